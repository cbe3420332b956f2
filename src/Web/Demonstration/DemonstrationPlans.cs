using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>Development plans for the first members of a run.</summary>
internal static class DemonstrationPlans
{
    public static void Add(Scene scene, RunningNetwork network, string programme)
    {
        foreach (var place in network.Members.Take(3))
        {
            var municipality = MunicipalityCode.Parse(place.Code, null);
            foreach (var (goal, position) in scene.Data.Plans[programme].Select((g, i) => (g, i + 1)))
            {
                var row = new PlanGoalRow { Municipality = municipality, Id = scene.NewId(), Network = network.Slug, Title = goal.Goal, Description = goal.About, Position = position, ChangedAt = scene.Now.AddDays(-30) };
                scene.Db.PlanGoals.Add(row);
                scene.Db.PlanActions.AddRange(goal.Measures.Select(measure => new PlanActionRow
                {
                    Municipality = municipality,
                    Id = scene.NewId(),
                    GoalId = row.Id,
                    Title = measure.Title,
                    Owner = measure.Owner,
                    Deadline = scene.Today.AddDays(measure.Days),
                    State = measure.State,
                    ChangedAt = scene.Now.AddDays(-20),
                }));
            }
        }
    }
}

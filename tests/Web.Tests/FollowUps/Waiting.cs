using System.Net;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.FollowUps;

/// <summary>Courses that wait for something.</summary>
internal static class Waiting
{
    public static async Task<string> Course(this CaseWorld world, string pseudonym, string startedOn, string team = "", string person = "Kari")
    {
        var saved = await CaseWorld.Register(
            world.Nurse, ("pseudonym", pseudonym), ("birth-year", "1944"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"),
            ("user", "existing"), ("unit", team), ("responsible", person), ("started-on", startedOn));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return saved.Location![..^"/goals".Length];
    }

    /// <summary>More courses like the first, straight into the tables.</summary>
    public static Task<int> Copies(this CaseWorld world, int count) => world.App.Database(CaseWorld.Own, async db =>
    {
        var course = await db.Cases.AsNoTracking().FirstAsync();
        var waits = await db.FollowUps.AsNoTracking().ToListAsync();
        for (var i = 0; i < count; i++)
        {
            var id = Guid.CreateVersion7(App.Start);
            db.Cases.Add(new CaseRow
            {
                Municipality = course.Municipality,
                Id = id,
                Network = course.Network,
                Pseudonym = $"E-{1000 + i}",
                BirthYear = course.BirthYear,
                StartedOn = course.StartedOn,
                Outcome = course.Outcome,
            });
            foreach (var w in waits)
            {
                db.FollowUps.Add(new FollowUpRow { Municipality = w.Municipality, CaseId = id, Point = w.Point, Network = w.Network, Opens = w.Opens, Due = w.Due, Closes = w.Closes });
            }
        }

        return await db.SaveChangesAsync();
    });
}

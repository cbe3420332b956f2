using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>One course with everything that is registered about it, ready to be shown or changed; five SQL commands.</summary>
/// <param name="Row">The course.</param>
/// <param name="Definition">What its network says about measuring.</param>
/// <param name="Others">How many other courses the municipality has under the same pseudonym.</param>
internal sealed record OpenCase(
    CaseRow Row, NetworkDefinition Definition, int Others, List<GoalRow> Goals, List<MeasurementRow> Measurements, List<GoalRatingRow> Ratings, List<GrantedHoursRow> Hours)
{
    private readonly Lazy<CaseOutcome> _outcome = new(() => CaseOutcomes.From(Row, Measurements, Ratings, Hours));

    public CaseOutcome Outcome => _outcome.Value;

    public IReadOnlyList<MeasurementWindow> Windows { get; } = [.. Definition.Programme.Windows.Select(w => w.In(Row.StartedOn)).OrderBy(w => w.Point)];

    public IReadOnlyList<NoticedAt> Notices(DateOnly today) => CaseNotices.Of(Outcome, Goals.Count, Windows, today);

    /// <summary>Null when there is no such course here, or when the network registers none.</summary>
    public static async Task<OpenCase?> Find(CaseCall call)
    {
        var (db, id) = (call.Db, call.Id);
        var found = await (
            from each in db.Cases
            join network in db.Networks on each.Network equals network.Slug
            where each.Id == id && each.Network == call.Slug
            select new { Row = each, network.Slug, network.Definition, Others = db.Cases.Count(o => o.Pseudonym == each.Pseudonym && o.Id != each.Id) }).SingleOrDefaultAsync(call.Ct);
        if (found is null)
        {
            return null;
        }

        return new OpenCase(
            found.Row,
            Definitions.Of(found.Slug, found.Definition),
            found.Others,
            await db.Goals.Where(g => g.CaseId == id).OrderBy(g => g.Number).ToListAsync(call.Ct),
            await db.Measurements.Where(m => m.CaseId == id).ToListAsync(call.Ct),
            await db.GoalRatings.Where(r => r.CaseId == id).OrderBy(r => r.Number).ToListAsync(call.Ct),
            await db.GrantedHours.Where(h => h.CaseId == id).ToListAsync(call.Ct));
    }
}

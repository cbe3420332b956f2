using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>One course with everything that is registered about it, ready to be shown or changed; five SQL commands.</summary>
/// <param name="Call">The request.</param>
/// <param name="File">The course.</param>
/// <param name="Definition">What its network says about measuring.</param>
/// <param name="Instruments">The optional instruments the municipality has chosen.</param>
/// <param name="Others">How many other courses the municipality has under the same pseudonym.</param>
internal sealed record OpenCase(CaseCall Call, CaseFile File, NetworkDefinition Definition, IReadOnlyList<string> Instruments, int Others)
{
    private readonly Lazy<CaseOutcome> _outcome = new(File.Outcome);

    public CaseRow Row => File.Row;

    public IReadOnlyList<GoalRow> Goals { get; } = [.. File.Goals.OrderBy(g => g.Number)];

    public CaseOutcome Outcome => _outcome.Value;

    public IReadOnlyList<MeasurementWindow> Windows { get; } = [.. Definition.Programme.Windows.Select(w => w.In(File.Row.StartedOn)).OrderBy(w => w.Point)];

    /// <summary>What the rules find in the course as it is stored.</summary>
    public IReadOnlyList<RuleFinding> Findings(DateOnly today) => CaseRules.Check(new CaseValues(File.Stored, start => [.. Definition.Programme.Windows.Select(w => w.In(start))], today));

    /// <summary>Null when there is no such course here, or when the network registers none.</summary>
    public static async Task<OpenCase?> Find(CaseCall call)
    {
        var (db, id) = (call.Db, call.Id);
        var found = await (
            from each in db.Cases
            join network in db.Networks on each.Network equals network.Slug
            join enrolment in db.Enrolments on each.Network equals enrolment.Network
            where each.Id == id && each.Network == call.Slug
            select new { Row = each, network.Slug, network.Definition, enrolment.Instruments, Others = db.Cases.Count(o => o.Pseudonym == each.Pseudonym && o.Id != each.Id) }).SingleOrDefaultAsync(call.Ct);
        if (found is null)
        {
            return null;
        }

        var definition = Definitions.Of(found.Slug, found.Definition);
        return new OpenCase(call, await CaseFile.Of(db, definition.Programme.Windows, found.Row, call.Ct), definition, found.Instruments.Split(' '), found.Others);
    }
}

using Mestring.Core.Measures;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>What colleagues have said about a course: warnings they let stand, and questions.</summary>
/// <param name="Overrules">Warnings that were let stand, for the values of then.</param>
/// <param name="Queries">Questions, the oldest first.</param>
internal sealed record CaseReview(IReadOnlyList<CaseOverruleRow> Overrules, IReadOnlyList<CaseQueryRow> Queries)
{
    private const int Most = 200;

    /// <summary>Questions nobody has closed.</summary>
    public IEnumerable<CaseQueryRow> Open => Queries.Where(q => q.ClosedAt is null);

    /// <summary>Of one course, in one SQL command.</summary>
    public static async Task<CaseReview> Of(MestringDb db, Guid course, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == course).Select(c => new
        {
            Overrules = db.CaseOverrules.Where(o => o.CaseId == c.Id).OrderBy(o => o.At).Take(Most).ToList(),
            Queries = db.CaseQueries.Where(q => q.CaseId == c.Id).OrderBy(q => q.AskedAt).Take(Most).ToList(),
        }).SingleOrDefaultAsync(ct);
        return new CaseReview(found?.Overrules ?? [], found?.Queries ?? []);
    }

    /// <summary>Whether somebody let this warning stand and it is still about the same value. An error is never let stand.</summary>
    public bool IsOverruled(RuleFinding finding, IReadOnlyDictionary<string, string> fields) => OverruleOf(Overrules, finding, fields) is not null;

    /// <summary>What was said when the warning was let stand; null when it stands for nobody.</summary>
    public static CaseOverruleRow? OverruleOf(IEnumerable<CaseOverruleRow> overrules, RuleFinding finding, IReadOnlyDictionary<string, string> fields) =>
        finding.Severity is RuleSeverity.Error ? null : overrules.FirstOrDefault(o =>
            string.Equals(o.Rule, finding.Rule, StringComparison.Ordinal) && string.Equals(o.Path, finding.Path, StringComparison.Ordinal) && string.Equals(o.Value, ValueOf(finding, fields), StringComparison.Ordinal));

    /// <summary>What a warning is about: what the field holds, and what the rule says of it.</summary>
    public static string ValueOf(RuleFinding finding, IReadOnlyDictionary<string, string> fields) =>
        string.Join('|', finding.Values.Prepend(fields.GetValueOrDefault(finding.Path) ?? string.Empty));
}

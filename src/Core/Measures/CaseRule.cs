namespace Mestring.Core.Measures;

/// <summary>One check of the values of one course. It reads, and changes nothing.</summary>
/// <param name="Id">The name in data and texts, such as <c>end-before-start</c>; it stays what it is.</param>
/// <param name="Severity">What its findings mean.</param>
/// <param name="Find">Where the rule is broken: the field and what the text names.</param>
public sealed record CaseRule(string Id, RuleSeverity Severity, Func<CaseValues, IReadOnlyList<(string Path, string[] Values)>> Find)
{
    /// <summary>What the rule finds in a course.</summary>
    public IReadOnlyList<RuleFinding> Check(CaseValues course) => Find(course) is { Count: > 0 } found ? [.. found.Select(each => new RuleFinding(Id, Severity, each.Path, each.Values))] : [];
}

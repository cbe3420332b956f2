namespace Mestring.Core.Measures;

/// <summary>What a rule found, and where.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">What it means.</param>
/// <param name="Path">The field it is about (see <see cref="CaseFields"/>), or the first part of the paths of a measurement or a decision.</param>
/// <param name="Values">What the rule's text names, in its order, as the text of machines.</param>
public sealed record RuleFinding(string Rule, RuleSeverity Severity, string Path, IReadOnlyList<string> Values);

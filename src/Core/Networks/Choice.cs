namespace Mestring.Core.Networks;

/// <summary>One alternative of a question at enrolment.</summary>
/// <param name="Id">Stable key that is stored, such as <c>decided</c>.</param>
/// <param name="Label">What the form calls it.</param>
public sealed record Choice(string Id, LocalizedText Label);

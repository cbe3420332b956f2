namespace Mestring.Formats.JsonStat;

/// <summary>One value of a dimension.</summary>
/// <param name="Code">Its code, such as <c>0301</c>.</param>
/// <param name="Label">Its text; the code when the answer has none.</param>
public sealed record JsonStatCategory(string Code, string Label);

namespace Mestring.Formats.JsonStat;

/// <summary>One dimension of a data set.</summary>
/// <param name="Id">Its id, such as <c>Region</c>.</param>
/// <param name="Label">Its text.</param>
/// <param name="Categories">Its values, in the order the numbers are laid out in.</param>
public sealed record JsonStatDimension(string Id, string Label, IReadOnlyList<JsonStatCategory> Categories);

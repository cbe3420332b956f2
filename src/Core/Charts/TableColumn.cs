namespace Mestring.Core.Charts;

/// <summary>A column of a table. The first column holds the row headers.</summary>
/// <param name="Text">The header.</param>
/// <param name="IsNumber">Whether the column holds figures, which stand to the right.</param>
public sealed record TableColumn(string Text, bool IsNumber = false);

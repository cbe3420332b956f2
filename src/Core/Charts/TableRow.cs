namespace Mestring.Core.Charts;

/// <summary>A row of a table, formatted for people.</summary>
/// <param name="Cells">One text a column; the first is the header of the row.</param>
/// <param name="IsOwn">Whether it is one's own municipality.</param>
public sealed record TableRow(IReadOnlyList<string> Cells, bool IsOwn = false);

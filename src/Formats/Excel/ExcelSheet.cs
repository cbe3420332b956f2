namespace Mestring.Formats.Excel;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Hidden">Whether Excel hides it.</param>
public sealed record ExcelSheet(string Name, bool Hidden);

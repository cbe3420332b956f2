using Mestring.Formats.Csv;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Tests.Tables;

/// <summary>Reads files whole, for tests.</summary>
internal static class Reading
{
    internal static List<TableRow> Excel(byte[] bytes, string? sheet = null, TableLimits? limits = null)
    {
        using var file = ExcelFile.Open(new MemoryStream(bytes), limits ?? TableLimits.Default);
        using var rows = file.Read(sheet);
        return All(rows);
    }

    internal static List<TableRow> Csv(byte[] bytes, TableLimits? limits = null)
    {
        using var rows = CsvRows.Open(new MemoryStream(bytes), limits ?? TableLimits.Default);
        return All(rows);
    }

    internal static TableException RefusedExcel(byte[] bytes, TableLimits? limits = null) => Assert.Throws<TableException>(() => Excel(bytes, null, limits));

    internal static TableException RefusedCsv(byte[] bytes, TableLimits? limits = null) => Assert.Throws<TableException>(() => Csv(bytes, limits));

    internal static string[] Texts(this TableRow row) => [.. row.Cells.Select(c => c.Text)];

    private static List<TableRow> All(ITableReader reader)
    {
        var rows = new List<TableRow>();
        while (reader.Read() is { } row)
        {
            rows.Add(row);
        }

        Assert.Null(reader.Read());
        return rows;
    }
}

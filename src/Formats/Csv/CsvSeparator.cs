using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Finds out what stands between the columns of a text file.</summary>
internal static class CsvSeparator
{
    private const int SampleBytes = 256 * 1024;
    private const int SampleRows = 60;

    // In the order of preference when two fit equally well: a comma may be part of a number.
    private static readonly char[] _candidates = [';', '\t', '|', ','];

    /// <summary>The separator with which most of the first rows have the same number of columns; semicolon where there is one column only.</summary>
    internal static char Detect(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        var sample = new byte[(int)Math.Min(SampleBytes, stream.Length)];
        stream.ReadExactly(sample);
        var best = (Separator: ';', Rows: 0, Columns: 1);
        foreach (var candidate in _candidates)
        {
            var widths = Widths(sample, encoding, candidate, out var announced);
            if (announced is { } said)
            {
                return said;
            }

            var common = widths.Where(w => w > 1).CountBy(w => w).OrderByDescending(w => w.Value).ThenByDescending(w => w.Key).FirstOrDefault();
            if (common.Value > best.Rows || (common.Value == best.Rows && common.Key > best.Columns))
            {
                best = (candidate, common.Value, common.Key);
            }
        }

        return best.Separator;
    }

    /// <summary>Whether the line is "sep=;" or the like, as Excel reads and writes it.</summary>
    internal static bool IsAnnouncement(CsvRow row) =>
        row.Fields[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && row.Fields[0].Length <= 5 && row.Fields.Skip(1).All(f => f.Length == 0);

    private static List<int> Widths(byte[] sample, Encoding encoding, char separator, out char? announced)
    {
        announced = null;
        var widths = new List<int>();
        var parser = new CsvParser(new CsvCharacters(new MemoryStream(sample), encoding)) { Separator = separator };
        try
        {
            while (widths.Count < SampleRows && parser.ReadRow() is { } row)
            {
                if (widths.Count == 0 && row.Fields is [{ Length: 5 } line] && IsAnnouncement(row))
                {
                    announced = line[4];
                }

                widths.Add(row.Fields.Count);
            }
        }
        catch (TableException)
        {
            // The sample may end within a letter or a quotation, and a wrong separator may split one; the rows before it tell enough.
        }

        return widths;
    }
}

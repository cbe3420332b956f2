using System.Text;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>Where the columns of an episode file stand, and how its numbers are written.</summary>
internal sealed record EpisodeColumns(int Count, byte Separator, int Municipality, int Network, int Month, int Instrument, int Pre, int Post, int HoursPre, int HoursPost)
{
    private static readonly long[] Tens = [1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>Reads the header line.</summary>
    public static EpisodeColumns Read(byte[] header)
    {
        var table = CsvTable.Read(new MemoryStream(header));
        return new EpisodeColumns(
            table.Header.Count,
            (byte)table.Separator,
            table.Column("municipality"),
            table.Column("network"),
            table.Column("month"),
            table.Column("instrument"),
            table.Column("pre"),
            table.Column("post"),
            table.Column("hours_pre"),
            table.Column("hours_post"));
    }

    /// <summary>Reads a number as billionths; false for an empty field.</summary>
    /// <exception cref="TableException">The text is not a number below a billion.</exception>
    public bool TryRead(ReadOnlySpan<byte> text, int line, string column, out long value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        var i = text[0] == '-' ? 1 : 0;
        int digits = 0, decimals = -1;
        for (var at = i; at < text.Length; at++)
        {
            var b = text[at];
            if (b is >= (byte)'0' and <= (byte)'9' && digits < 18 && decimals < 9)
            {
                value = (value * 10) + (b - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if ((b == '.' || (b == ',' && Separator == ';')) && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return Slow(text, line, column, out value);
            }
        }

        var whole = digits - Math.Max(decimals, 0);
        if (digits == 0 || whole > 9)
        {
            return Slow(text, line, column, out value);
        }

        value *= Tens[Math.Max(decimals, 0)];
        value = i == 1 ? -value : value;
        return true;
    }

    /// <summary>Spaces, exponents and many decimals, and everything that is no number.</summary>
    private bool Slow(ReadOnlySpan<byte> bytes, int line, string column, out long value)
    {
        var text = Encoding.UTF8.GetString(bytes).Trim();
        value = 0;
        if (text.Length == 0)
        {
            return false;
        }

        if (!CsvNumber.TryParse(text, (char)Separator, out double number))
        {
            throw new TableException(line, column, $"{TableException.Quote(text)} is not a number.", CsvNumber.Cure(text, (char)Separator));
        }

        if (Math.Abs(number) >= 1e9)
        {
            throw new TableException(line, column, $"{TableException.Quote(text)} is far outside any instrument.", "Write a number below a billion.");
        }

        value = (long)Math.Round(number * ChangeTally.MeasurementUnits);
        return true;
    }
}

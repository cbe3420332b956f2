using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>How many bytes may still be unpacked from one workbook, over all its parts.</summary>
internal sealed class Allowance(long bytes)
{
    private long _taken;

    /// <exception cref="TableException">More was unpacked than allowed.</exception>
    internal void Take(int read)
    {
        _taken += read;
        if (_taken > bytes)
        {
            throw new TableException(
                TableFault.TooLarge,
                null,
                null,
                $"the workbook unpacks to more than {bytes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} bytes.",
                "Copy the sheet into a new workbook, or save it as CSV.");
        }
    }
}

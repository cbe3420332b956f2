using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>The texts of a workbook that its cells refer to by number. They have to be in memory, so their sum is bounded.</summary>
internal sealed class SharedTexts
{
    private readonly List<string> _texts = [];

    internal string? this[int index] => index >= 0 && index < _texts.Count ? _texts[index] : null;

    /// <exception cref="TableException">The texts are longer than allowed, one of them or all together.</exception>
    internal static SharedTexts Read(PartXml? part, TableLimits limits)
    {
        var shared = new SharedTexts();
        var sum = 0L;
        while (part is not null && part.Read())
        {
            if (part.Starts("si"))
            {
                var text = RichText.Read(part, limits.Cell)
                    ?? throw new TableException(TableFault.TooLong, null, null, $"a cell of the workbook holds more than {limits.Cell.ToString(System.Globalization.CultureInfo.InvariantCulture)} letters.", "Shorten it.");

                // A text costs its letters and some room for itself.
                sum += text.Length + 16;
                if (sum > limits.SharedText)
                {
                    throw new TableException(
                        TableFault.TooLarge,
                        null,
                        null,
                        $"the texts of the workbook are longer than {limits.SharedText.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} letters together.",
                        "Leave out the columns of text that are not needed, or save the sheet as CSV.");
                }

                shared._texts.Add(text);
            }
        }

        return shared;
    }
}

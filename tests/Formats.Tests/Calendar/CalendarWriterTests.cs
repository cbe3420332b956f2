using System.Text;
using Mestring.Formats.Calendar;

namespace Mestring.Formats.Tests.Calendar;

public sealed class CalendarWriterTests
{
    private static readonly DateTimeOffset _stamp = new(2007, 4, 23, 14, 34, 32, TimeSpan.FromHours(2));

    [Fact]
    public void A_holiday_of_several_days_is_written_as_RFC_5545_3_6_1_writes_it()
    {
        // The example "Festival International de Jazz de Montreal" of 3.6.1, with its days and its end that is not among them.
        var lines = Lines(new CalendarEvent("20070423T123432Z-541111@example.com", new DateOnly(2007, 6, 28), "Festival International de Jazz de Montreal", new DateOnly(2007, 7, 8)));

        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:20070423T123432Z-541111@example.com", "DTSTAMP:20070423T123432Z", "DTSTART;VALUE=DATE:20070628", "DTEND;VALUE=DATE:20070709",
                "SUMMARY:Festival International de Jazz de Montreal", "TRANSP:TRANSPARENT", "END:VEVENT",
            ],
            lines[7..^2]);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(["END:VCALENDAR", ""], lines[^2..]);
    }

    [Fact]
    public void Texts_are_escaped_as_RFC_5545_3_3_11_says()
    {
        var lines = Lines(new CalendarEvent("a", new DateOnly(2026, 1, 1), "Project XYZ Final Review\nConference Room - 3B\r\nCome Prepared.; a, b \\\u0007"));

        Assert.Contains("SUMMARY:Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.\\; a\\, b \\\\", Unfolded(lines), StringComparer.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_at_75_octets_between_letters()
    {
        var summary = string.Concat(Enumerable.Repeat("Åse måler på nytt 🙂 ", 20)).Trim();
        var lines = Lines(new CalendarEvent("a", new DateOnly(2026, 1, 1), summary, Description: "x", Address: new Uri("https://example.no/m/9901?æ=ø")));

        Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Contains(lines, l => Encoding.UTF8.GetByteCount(l) >= 72);
        Assert.Contains("SUMMARY:" + summary, Unfolded(lines), StringComparer.Ordinal);
        Assert.Contains("URL:https://example.no/m/9901?%C3%A6=%C3%B8", lines, StringComparer.Ordinal);
    }

    private static string[] Lines(CalendarEvent entry)
    {
        var text = new UTF8Encoding(false, true).GetString(CalendarWriter.Write("Mestring", [entry], _stamp));
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        return text.Split("\r\n");
    }

    private static string[] Unfolded(string[] lines) => string.Join("\r\n", lines).Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");

    [Fact]
    public void A_calendar_without_days_still_has_a_component() =>
        Assert.Contains("BEGIN:VTIMEZONE\r\n", System.Text.Encoding.UTF8.GetString(CalendarWriter.Write("Tom", [], DateTimeOffset.UnixEpoch)), StringComparison.Ordinal);
}

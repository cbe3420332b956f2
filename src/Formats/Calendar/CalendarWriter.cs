using System.Globalization;
using System.Text;

namespace Mestring.Formats.Calendar;

/// <summary>Writes a calendar (.ics) of days, for Outlook, Apple and Google calendars to subscribe to.</summary>
/// <remarks>RFC 5545: 3.1 (lines of at most 75 octets, folded), 3.3.11 (escaped texts), 3.4 (VCALENDAR), 3.6.1 (VEVENT). RFC 7986 5.1 (NAME).</remarks>
public static class CalendarWriter
{
    /// <summary>The media type to serve it as.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <summary>The calendar as the bytes of a file.</summary>
    /// <param name="name">What the subscriber's calendar program calls it.</param>
    /// <param name="events">The days, in any order.</param>
    /// <param name="stamp">When the calendar was made; must be given in or turned to UTC.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEvent> events, DateTimeOffset stamp)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(events);
        using var bytes = new MemoryStream();
        Line(bytes, "BEGIN:VCALENDAR");
        Line(bytes, "VERSION:2.0");
        Line(bytes, "PRODID:-//Mestring//Mestring//NO");
        Line(bytes, "CALSCALE:GREGORIAN");
        Line(bytes, "METHOD:PUBLISH");
        Line(bytes, "NAME:" + Escape(name));
        Line(bytes, "X-WR-CALNAME:" + Escape(name));
        var written = 0;
        foreach (var entry in events)
        {
            Write(bytes, entry, stamp);
            written++;
        }

        if (written == 0)
        {
            // RFC 5545, 3.6: a calendar has at least one component. The time zone says nothing that waits.
            foreach (var line in (ReadOnlySpan<string>)["BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"])
            {
                Line(bytes, line);
            }
        }

        Line(bytes, "END:VCALENDAR");
        return bytes.ToArray();
    }

    private static void Write(MemoryStream bytes, CalendarEvent entry, DateTimeOffset stamp)
    {
        Line(bytes, "BEGIN:VEVENT");
        Line(bytes, "UID:" + Escape(entry.Uid));
        Line(bytes, "DTSTAMP:" + stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(bytes, "DTSTART;VALUE=DATE:" + Day(entry.Day));

        // The end is the day after the last: RFC 5545, 3.6.1.
        Line(bytes, "DTEND;VALUE=DATE:" + Day((entry.LastDay ?? entry.Day).AddDays(1)));
        Line(bytes, "SUMMARY:" + Escape(entry.Summary));
        if (entry.Description is { } description)
        {
            Line(bytes, "DESCRIPTION:" + Escape(description));
        }

        if (entry.Address is { } address)
        {
            Line(bytes, "URL:" + address.AbsoluteUri);
        }

        Line(bytes, "TRANSP:TRANSPARENT");
        Line(bytes, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A text with what has a meaning of its own escaped; letters below the blank other than line ends are left out, for none may stand there.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ => char.IsControl(letter) ? escaped : escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Writes a line, folded between letters where it is longer than 75 octets.</summary>
    private static void Line(MemoryStream bytes, string line)
    {
        var room = LongestLine;
        Span<byte> letter = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(letter);
            if (length > room)
            {
                bytes.Write("\r\n "u8);
                room = LongestLine - 1;
            }

            bytes.Write(letter[..length]);
            room -= length;
        }

        bytes.Write("\r\n"u8);
    }
}

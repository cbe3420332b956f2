using System.Globalization;
using System.Text;
using Mestring.Core.Places;
using Mestring.Web.Design;

namespace Mestring.Web.Storage;

/// <summary>Puts mails in line, in the transaction of what they tell about. <see cref="Postman"/> sends them.</summary>
internal static class Outbox
{
    private const int LongestSubject = 300;

    /// <param name="db">Where the line is.</param>
    /// <param name="now">When.</param>
    /// <param name="recipient">The address.</param>
    /// <param name="texts">The language it is in.</param>
    /// <param name="subject">One line; what would break it becomes a blank.</param>
    /// <param name="body">What it says.</param>
    /// <param name="network">The network it is about: its leaders see when it fails.</param>
    /// <param name="municipality">The municipality it is about: its coordinators see when it fails.</param>
    /// <param name="replyTo">Where an answer goes; empty when nobody reads answers.</param>
    /// <param name="held">How long the mail waits, so that it can be taken back.</param>
    public static Mail Send(
        this MestringDb db, DateTimeOffset now, string recipient, Texts texts, string subject, string body, string network = "", MunicipalityCode municipality = default,
        string replyTo = "", TimeSpan held = default)
    {
        var mail = new Mail
        {
            Id = Guid.CreateVersion7(now),
            Recipient = recipient,
            ReplyTo = replyTo,
            Subject = OneLine(subject),
            Body = body,
            Language = texts.Tag,
            CreatedAt = now,
            NextAttemptAt = now + held,
            Network = network,
            Municipality = municipality,
        };
        db.Mails.Add(mail);
        return mail;
    }

    /// <summary>A text as one line: everything a program could take for the end of a line, and every other control sign, is a blank; half signs are left out.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var sign in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : string.Empty);
            }
            else if (sign != Rune.ReplacementChar)
            {
                line.Append(sign.ToString());
            }

            if (line.Length >= LongestSubject)
            {
                break;
            }
        }

        return line.ToString().Trim();
    }
}

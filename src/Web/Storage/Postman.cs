using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Mestring.Web.Storage;

/// <summary>
/// Sends the mails of the outbox: at least once, oldest first. Each try of a mail is claimed for itself by one update that counts it and puts the
/// next try after it, so that no two instances send the same one, and whatever goes wrong with a mail, up to the end of this process, is that
/// mail's own. What cannot be delivered is set aside and shown. Without an SMTP server each mail becomes an .eml file.
/// </summary>
internal sealed partial class Postman(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    /// <summary>Tries before a mail is set aside: about a day and a half.</summary>
    internal const int MostAttempts = 14;

    private const int Portion = 50;
    private const int LongestError = 300;
    private const int Permanent = 500;

    /// <summary>How long a mail is kept, sent or not.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Interval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await SendDue(scope.ServiceProvider.GetRequiredService<MestringDb>(), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(log, e);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; public to tests, which own the clock.</summary>
    /// <returns>How many mails were tried.</returns>
    internal async Task<int> SendDue(MestringDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - Kept;
        await db.Mails.Where(m => m.CreatedAt <= since).ExecuteDeleteAsync(ct);
        var due = await db.Mails.AsNoTracking().Where(m => m.SentAt == null && m.GivenUpAt == null && m.NextAttemptAt <= now)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(Portion).ToListAsync(ct);
        using var client = settings.Smtp is null ? null : new SmtpClient { Timeout = (int)(settings.Limit.TotalMilliseconds * 2) };
        var tried = 0;
        foreach (var mail in due)
        {
            if (client is { IsConnected: false })
            {
                // A server that is away is no fault of any mail: the round ends, and nothing is counted.
                await Connect(client, ct);
            }

            if (await Claim(db, mail, now, ct))
            {
                tried++;
                await Try(db, client, mail, ct);
            }
        }

        if (client is { IsConnected: true })
        {
            await client.DisconnectAsync(quit: true, ct);
        }

        return tried;
    }

    /// <summary>Counts the try and puts the next one where it belongs if this one comes to nothing.</summary>
    private static async Task<bool> Claim(MestringDb db, Mail mail, DateTimeOffset now, CancellationToken ct)
    {
        var (tries, next) = (mail.Attempts + 1, now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Attempts + 1), 360)));
        return await db.Mails.Where(m => m.Id == mail.Id && m.SentAt == null && m.GivenUpAt == null && m.Attempts == mail.Attempts && m.NextAttemptAt == mail.NextAttemptAt)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, tries).SetProperty(x => x.NextAttemptAt, next), ct) > 0;
    }

    private async Task Try(MestringDb db, SmtpClient? client, Mail mail, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var message = Message(mail);
            await (client is null ? Write(message, mail.Id, either.Token) : client.SendAsync(message, either.Token));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, it is this mail's. A connection it broke is not used for the next one.
            var (why, isLast) = (limit.IsCancellationRequested ? $"No answer in {settings.Limit.TotalSeconds:0} s." : e.Message, IsLast(e) || mail.Attempts + 1 >= MostAttempts);
            MailFailed(log, mail.Id, mail.Attempts + 1, isLast ? "is set aside" : "stays in line", e.GetType().Name);
            if (client is { IsConnected: true })
            {
                await client.DisconnectAsync(quit: false, CancellationToken.None);
            }

            await Noted(db, mail.Id, why, isLast ? clock.GetUtcNow() : null, ct);
            return;
        }

        // What the mail said, such as a link that opens an account, has been said.
        var sent = clock.GetUtcNow();
        await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.SentAt, sent).SetProperty(x => x.Error, (string?)null).SetProperty(x => x.Body, ""), ct);
    }

    private static bool IsLast(Exception e) => e is FormatException or ParseException || (e is SmtpCommandException { StatusCode: var code } && (int)code >= Permanent);

    private static async Task Noted(MestringDb db, Guid id, string why, DateTimeOffset? givenUp, CancellationToken ct)
    {
        var line = Outbox.OneLine(why);
        var error = line[..Math.Min(line.Length, LongestError)];
        await db.Mails.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Error, error).SetProperty(x => x.GivenUpAt, givenUp), ct);
    }

    private MimeMessage Message(Mail mail)
    {
        if (EmailAddress.Read(mail.Recipient, out var recipient) is { } fault)
        {
            throw new FormatException($"The recipient is not one plain e-mail address ({fault}).");
        }

        var message = new MimeMessage { Subject = Outbox.OneLine(mail.Subject), Date = mail.CreatedAt, MessageId = $"{mail.Id}@mestring", Body = new TextPart("plain") { Text = mail.Body } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(new MailboxAddress(string.Empty, recipient.Text));
        if (EmailAddress.Read(mail.ReplyTo, out var answers) is null)
        {
            message.ReplyTo.Add(new MailboxAddress(string.Empty, answers.Text));
        }

        if (mail.Language.Length > 0)
        {
            message.Headers.Add("Content-Language", Outbox.OneLine(mail.Language));
        }

        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task Connect(SmtpClient client, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var smtp = settings.Smtp!;
        var security = (smtp.Tls, smtp.Port) switch
        {
            (false, _) => SecureSocketOptions.None,
            (_, SmtpSettings.ImplicitTlsPort) => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(smtp.Host, smtp.Port, security, either.Token);
        if (smtp.User.Length > 0)
        {
            await client.AuthenticateAsync(Encoding.UTF8, smtp.User, smtp.Password, either.Token);
        }
    }

    /// <summary>One file a mail, whole or not at all, that only this user can read.</summary>
    private async Task Write(MimeMessage message, Guid id, CancellationToken ct)
    {
        PrivateFiles.MakeFolder(settings.Folder);
        var path = Path.Combine(settings.Folder, $"{id}.eml");
        await using (var file = PrivateFiles.Create($"{path}.part"))
        {
            await message.WriteToAsync(file, ct);
        }

        File.Move($"{path}.part", path, overwrite: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not delivered (attempt {Attempt}) and {Fate}: {Kind}.")]
    private static partial void MailFailed(ILogger log, Guid id, int attempt, string fate, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the outbox failed, as when the mail server is away; the next one tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);
}

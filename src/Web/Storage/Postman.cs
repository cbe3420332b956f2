using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>
/// Sends the mails of the outbox: at least once, oldest first, by whichever instance holds the lease. Without an SMTP
/// server each mail becomes an .eml file. Mails are removed from the database after a time.
/// </summary>
internal sealed partial class Postman(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private const string LeaseName = "mail";

    /// <summary>How long a mail is kept; one that could not be delivered in that time is given up.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);

    private readonly string _holder = Guid.CreateVersion7(clock.GetUtcNow()).ToString();

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
            catch (Exception e) when (e is not OperationCanceledException)
            {
                RoundFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; public to tests, which own the clock.</summary>
    internal async Task<int> SendDue(MestringDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await Leases.Take(db, LeaseName, _holder, now, LeaseLength, ct))
        {
            return 0;
        }

        var since = now - Kept;
        await db.Mails.Where(m => m.CreatedAt <= since).ExecuteDeleteAsync(ct);
        var due = await db.Mails.Where(m => m.SentAt == null && m.NextAttemptAt <= now).OrderBy(m => m.CreatedAt).Take(50).ToListAsync(ct);
        foreach (var mail in due)
        {
            mail.Attempts++;
            try
            {
                await Deliver(mail, ct);
                mail.SentAt = clock.GetUtcNow();
                mail.Error = null;
            }
            catch (Exception e) when (e is SmtpException or IOException or InvalidOperationException or FormatException)
            {
                mail.Error = e.Message;
                mail.NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Attempts), 360));
                MailFailed(log, mail.Id, mail.Attempts, e);
            }

            await db.SaveChangesAsync(ct);
        }

        return due.Count;
    }

    private async Task Deliver(Mail mail, CancellationToken ct)
    {
        using var message = new MailMessage(settings.From, mail.Recipient, mail.Subject, mail.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Message-ID", $"<{mail.Id}@mestring>");
        using var client = settings.Smtp is { } smtp ? new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Tls } : new SmtpClient();
        if (settings.Smtp is { User.Length: > 0 } account)
        {
            client.Credentials = new System.Net.NetworkCredential(account.User, account.Password);
        }
        else if (settings.Smtp is null)
        {
            client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
            client.PickupDirectoryLocation = Directory.CreateDirectory(settings.Folder).FullName;
        }

        await client.SendMailAsync(message, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not delivered (attempt {Attempt}); it stays in line.")]
    private static partial void MailFailed(ILogger log, Guid id, int attempt, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the outbox failed; the next one tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);
}

using Mestring.Web.Design;

namespace Mestring.Web.Storage;

/// <summary>Puts mails in line, in the transaction of what they tell about. <see cref="Postman"/> sends them.</summary>
internal static class Outbox
{
    public static void Send(this MestringDb db, DateTimeOffset now, string recipient, Texts texts, string subject, string body) => db.Mails.Add(new Mail
    {
        Id = Guid.CreateVersion7(now),
        Recipient = recipient,
        Subject = subject,
        Body = body,
        Language = texts.Tag,
        CreatedAt = now,
        NextAttemptAt = now,
    });
}

namespace Mestring.Web.Storage;

/// <summary>A mail on its way out. Delivered at least once by whichever instance holds the lease.</summary>
internal sealed class Mail
{
    public required Guid Id { get; init; }

    public string Recipient { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public string Language { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }
}

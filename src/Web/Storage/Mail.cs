using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A mail on its way out. Delivered at least once, by whichever instance has claimed this try of it. What it said is gone when it is sent.</summary>
internal sealed class Mail
{
    public required Guid Id { get; init; }

    public string Recipient { get; set; } = "";

    /// <summary>Where an answer goes; empty when nobody reads answers.</summary>
    public string ReplyTo { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public string Language { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }

    /// <summary>When it was set aside, because it cannot be delivered or was tried too often; it stays for those who can mend it. Null while it is in line, and when it was sent.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>The network it is about, whose leaders are shown when it fails; empty for none.</summary>
    public string Network { get; set; } = "";

    /// <summary>The municipality it is about, whose coordinators are shown when it fails; the default for none.</summary>
    public MunicipalityCode Municipality { get; set; }
}

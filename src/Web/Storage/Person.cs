namespace Mestring.Web.Storage;

/// <summary>Somebody who can sign in. The e-mail address is kept in lower case and is unique.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public string? PasswordHash { get; set; }

    public string? TotpSecret { get; set; }

    public DateTimeOffset? TotpConfirmedAt { get; set; }

    public long TotpLastStep { get; set; }

    public string? Language { get; set; }

    /// <summary>Whether the person has said no to the weekly mail about follow-ups.</summary>
    public bool NoDigest { get; set; }

    /// <summary>The last week the weekly mail was made for, as year and ISO week: 202706. Null before the first.</summary>
    public int? DigestWeek { get; set; }

    public bool Demonstration { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the person last signed in; null before the first time.</summary>
    public DateTimeOffset? SignedInAt { get; set; }
}

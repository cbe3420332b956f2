namespace Mestring.Web.Storage;

/// <summary>A link that lets a person choose a password, or confirm a new e-mail address: single use, seven days, stored as a hash. Only the newest of its kind works.</summary>
internal sealed class OneTimeLink
{
    public required string TokenHash { get; init; }

    public Guid PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The address it confirms; empty for a link to a password.</summary>
    public string Email { get; set; } = "";
}

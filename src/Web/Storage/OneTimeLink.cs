namespace Mestring.Web.Storage;

/// <summary>A link that lets a person choose a password: single use, seven days, stored as a hash.</summary>
internal sealed class OneTimeLink
{
    public required string TokenHash { get; init; }

    public Guid PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

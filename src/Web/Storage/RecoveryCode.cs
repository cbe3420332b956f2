namespace Mestring.Web.Storage;

/// <summary>A code that stands in for the second factor once, for who has lost the phone. Stored as a hash.</summary>
internal sealed class RecoveryCode
{
    public required string CodeHash { get; init; }

    public Guid PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

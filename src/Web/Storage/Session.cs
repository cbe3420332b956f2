namespace Mestring.Web.Storage;

/// <summary>A signed-in browser. Only the hash of its cookie is stored, and a revoked row signs it out at once.</summary>
internal sealed class Session
{
    public required string TokenHash { get; init; }

    public Guid PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? SecondFactorAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When it was last used, to within some minutes. One that lies unused runs out before its time.</summary>
    public DateTimeOffset LastUsedAt { get; set; }

    /// <summary>Kind of browser and machine, such as "Firefox, Android", for the person's own list; empty when it does not say.</summary>
    public string Browser { get; set; } = "";
}

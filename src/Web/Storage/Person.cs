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

    public bool Demonstration { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

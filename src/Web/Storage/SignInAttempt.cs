namespace Mestring.Web.Storage;

/// <summary>A failed sign-in, counted for each account and each address to slow guessing down.</summary>
internal sealed class SignInAttempt
{
    public required Guid Id { get; init; }

    public string Key { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

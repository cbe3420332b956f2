namespace Mestring.Web.Storage;

/// <summary>A change made after publishing, shown with its date on the invitation. The text is a localised text as JSON.</summary>
internal sealed class NetworkChange
{
    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Text { get; set; } = "";
}

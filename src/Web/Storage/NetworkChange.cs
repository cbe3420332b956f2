using System.Text.Json;

namespace Mestring.Web.Storage;

/// <summary>A change made after publishing, shown with its date on the invitation. The text is a localised text as JSON.</summary>
internal sealed class NetworkChange
{
    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string Text { get; set; } = "";

    public static NetworkChange Of(string network, DateTimeOffset at, LocalizedText text) =>
        new() { Id = Guid.CreateVersion7(at), Network = network, At = at, Text = JsonSerializer.Serialize(text) };

    /// <summary>The text in all three languages.</summary>
    public LocalizedText Read() => JsonSerializer.Deserialize<LocalizedText>(Text)!;
}

namespace Mestring.Web.Storage;

/// <summary>A message from the network leader to the members.</summary>
internal sealed class MessageRow
{
    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string By { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";
}

namespace Mestring.Web.Storage;

/// <summary>Which instance does a background task, and until when.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }

    public string Holder { get; set; } = "";

    public DateTimeOffset Until { get; set; }
}

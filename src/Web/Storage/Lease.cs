namespace Mestring.Web.Storage;

/// <summary>Which instance does a background task, and until when.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }

    public string Holder { get; set; } = "";

    public DateTimeOffset Until { get; set; }

    /// <summary>How far the task is, where somebody may ask.</summary>
    public int Done { get; set; }

    /// <summary>Whether somebody asked that it stop.</summary>
    public bool Stop { get; set; }
}

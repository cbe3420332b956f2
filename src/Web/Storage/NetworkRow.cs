using Mestring.Core.Networks;

namespace Mestring.Web.Storage;

/// <summary>One run of a programme. The definition is the run's own copy of the programme, as JSON, so that a later programme changes nothing here.</summary>
internal sealed class NetworkRow
{
    public required string Slug { get; init; }

    public string Programme { get; set; } = "";

    public NetworkState State { get; set; }

    public string Definition { get; set; } = "";

    public DateOnly Deadline { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public bool Demonstration { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>How the latest decision is taken back, as JSON; empty when it cannot be.</summary>
    public string Undo { get; set; } = "";

    public int Version { get; set; }
}

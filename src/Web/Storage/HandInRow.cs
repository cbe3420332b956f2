using Mestring.Core.Networks;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality's answer to an assignment: what it chose to share with the network leader, and (when shared) with the members.</summary>
internal sealed class HandInRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Assignment { get; init; }

    public HandInState State { get; set; }

    public string Text { get; set; } = "";

    public string? FileName { get; set; }

    public string? FileType { get; set; }

    public int? FileLength { get; set; }

    public bool Shared { get; set; }

    public string Comment { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string By { get; set; } = "";

    public int Version { get; set; }
}

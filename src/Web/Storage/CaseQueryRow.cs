using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A question about a course from one colleague to another: open, then answered, then closed.</summary>
internal sealed class CaseQueryRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public string Network { get; set; } = "";

    public string Question { get; set; } = "";

    public string AskedBy { get; set; } = "";

    public DateTimeOffset AskedAt { get; set; }

    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    /// <summary>When it was last answered; null while it waits for an answer.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public string ClosedBy { get; set; } = "";

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; }
}

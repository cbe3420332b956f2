using Mestring.Core.Places;
using Mestring.Core.Plans;

namespace Mestring.Web.Storage;

/// <summary>A measure of the development plan: what is done, by whom, by when.</summary>
internal sealed class PlanActionRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public Guid GoalId { get; set; }

    public string Title { get; set; } = "";

    public string Owner { get; set; } = "";

    public DateOnly? Deadline { get; set; }

    public PlanActionState State { get; set; }

    public string Note { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }
}

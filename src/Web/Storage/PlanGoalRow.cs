using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A goal of the municipality's development plan.</summary>
internal sealed class PlanGoalRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public int Position { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }
}

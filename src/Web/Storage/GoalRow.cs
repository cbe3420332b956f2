using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What the person wants to master, in the person's own words. Never leaves the municipality.</summary>
internal sealed class GoalRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required int Number { get; init; }

    public string Text { get; set; } = "";

    public GoalDomain Domain { get; set; }

    /// <summary>How much the goal counts in goal attainment scaling; null is 1.</summary>
    public int? Weight { get; set; }
}

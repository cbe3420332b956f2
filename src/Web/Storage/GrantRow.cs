using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A decision on one service, as it was made: the amount and what it is counted by are kept beside what they come to.</summary>
internal sealed class GrantRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Names the decision in field paths: a few letters and digits, the same for as long as it is there.</summary>
    public required string Key { get; init; }

    public string Service { get; set; } = "";

    public double Amount { get; set; }

    public GrantUnit Unit { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Whether this is what a new user would have been granted, as somebody judged it.</summary>
    public bool IsEstimate { get; set; }

    public Grant Value => new(Service, GrantSteps.PerWeek(Amount, Unit), ValidFrom, ValidTo, IsEstimate);
}

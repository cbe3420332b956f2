using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>That something was deleted: when, by whom, and how much. Never what it was.</summary>
internal sealed class DeletionReceipt
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public DeletionKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid? PersonId { get; set; }

    public string PersonName { get; set; } = "";

    public int Courses { get; set; }

    public int Goals { get; set; }

    public int Measurements { get; set; }

    public int Grants { get; set; }

    /// <summary>Lines of working time.</summary>
    public int Input { get; set; }

    public int Queries { get; set; }

    public int Drafts { get; set; }

    /// <summary>Years of figures delivered, or begun.</summary>
    public int Deliveries { get; set; }

    public int PlanGoals { get; set; }

    public int PlanMeasures { get; set; }

    /// <summary>Answers to assignments, with their files.</summary>
    public int HandIns { get; set; }

    /// <summary>Months of referrals, and prices.</summary>
    public int OwnFigures { get; set; }

    /// <summary>Imports with their reports, and calendars.</summary>
    public int Aids { get; set; }

    /// <summary>Entries of the trail that lost their values; who, when and what was done stand.</summary>
    public int TrailEntries { get; set; }
}

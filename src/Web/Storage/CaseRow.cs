using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>One service user's course, under a local pseudonym. Belongs to the municipality alone.</summary>
internal sealed class CaseRow
{
    /// <summary>A planned end is asked about until there is an end, where an index holds those few.</summary>
    internal const string EndIsWaitedFor = "ended_on IS NULL AND planned_end IS NOT NULL";

    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public string Pseudonym { get; set; } = "";

    public int BirthYear { get; set; }

    public Sex Sex { get; set; }

    public Household Household { get; set; }

    public Referral? Referral { get; set; }

    public Condition? Condition { get; set; }

    public bool NewUser { get; set; }

    /// <summary>How motivated the person was at the start, 1 to 5.</summary>
    public int? Motivation { get; set; }

    /// <summary>Falls in the three months before the start.</summary>
    public int? Falls { get; set; }

    public string Unit { get; set; } = "";

    /// <summary>Name of the member of staff who follows the course up.</summary>
    public string Responsible { get; set; } = "";

    public DateOnly StartedOn { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    public DateOnly? EndedOn { get; set; }

    public EndReason? EndReason { get; set; }

    /// <summary>Where the person was when the course ended.</summary>
    public Setting? Setting { get; set; }

    /// <summary>Where the person was 91 days after the start.</summary>
    public Setting? Setting91Days { get; set; }

    /// <summary>Where the person was 12 months after the start.</summary>
    public Setting? Setting12Months { get; set; }

    public GoalInstrument GoalInstrument { get; set; }

    /// <summary>Whether somebody confirmed, when the course was registered, that the municipality holds the licence.</summary>
    public bool CopmLicence { get; set; }

    /// <summary>The values that results are computed from, packed (see <see cref="CaseOutcomeCodec"/>); written at every save.</summary>
    public byte[] Outcome { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }
}

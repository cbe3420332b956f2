using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>One service user's course, under a local pseudonym. Belongs to the municipality alone.</summary>
internal sealed class CaseRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public string Pseudonym { get; set; } = "";

    public int BirthYear { get; set; }

    public Sex Sex { get; set; }

    public Household Household { get; set; }

    public string Unit { get; set; } = "";

    public bool NewUser { get; set; }

    public DateOnly StartedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    public EndReason? EndReason { get; set; }

    /// <summary>Where the person was when the course ended.</summary>
    public Setting? Setting { get; set; }

    public GoalInstrument GoalInstrument { get; set; }

    /// <summary>Whether somebody confirmed, when the course was registered, that the municipality holds the licence.</summary>
    public bool CopmLicence { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }
}

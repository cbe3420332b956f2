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

    public string Sex { get; set; } = "";

    public string Household { get; set; } = "";

    public string Unit { get; set; } = "";

    public bool NewUser { get; set; }

    public DateOnly StartedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    public string GoalInstrument { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }
}

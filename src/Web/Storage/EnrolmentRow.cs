using Mestring.Core.Networks;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality's application to take part, its state, and the fee as it was computed that day. Status and anchoring hold the programme's ids; anchoring is separated by blanks. The fee's rule is the frozen fee as JSON, its band such as 5001-8000 (empty for a flat fee), and no amount means by agreement. Population counts only where it has a source: a flat fee asks for none.</summary>
internal sealed class EnrolmentRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public Guid SubmissionId { get; set; }

    public string Reference { get; set; } = "";

    public EnrolmentState State { get; set; }

    public string MunicipalityName { get; set; } = "";

    public string OrganisationNumber { get; set; } = "";

    public string CoordinatorName { get; set; } = "";

    public string CoordinatorEmail { get; set; } = "";

    public string CoordinatorPhone { get; set; } = "";

    public string Language { get; set; } = "";

    public string Status { get; set; } = "";

    public string Anchoring { get; set; } = "";

    public bool InformationMeeting { get; set; }

    public string Comment { get; set; } = "";

    public int? FeeAmount { get; set; }

    public string FeeBand { get; set; } = "";

    public string FeeRule { get; set; } = "";

    public int Population { get; set; }

    public DateOnly PopulationDate { get; set; }

    public string PopulationSource { get; set; } = "";

    /// <summary>The optional instruments the municipality has chosen, separated by blanks.</summary>
    public string Instruments { get; set; } = "";

    public DateTimeOffset SubmittedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public int Version { get; set; }
}

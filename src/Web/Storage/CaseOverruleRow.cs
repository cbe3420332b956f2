using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A warning that somebody has looked at and let stand. It holds for the value it was given for: another value brings the warning back.</summary>
internal sealed class CaseOverruleRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The path of the field the rule pointed to.</summary>
    public required string Path { get; init; }

    /// <summary>What the field held, and what the rule said about it, when the warning was let stand.</summary>
    public string Value { get; set; } = "";

    public string Reason { get; set; } = "";

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

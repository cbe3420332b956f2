using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>How many were referred to a municipality in a month without a course being started: counts only, nothing about single persons.</summary>
internal sealed class IntakeRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Not in the target group.</summary>
    public int NotInTarget { get; set; }

    /// <summary>Were offered a course and said no.</summary>
    public int SaidNo { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }
}

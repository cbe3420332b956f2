using System.Text.Json.Serialization;
using Mestring.Core.Measures;

namespace Mestring.Core.Networks;

/// <summary>An instrument the programme measures with, and when.</summary>
public sealed record InstrumentUse
{
    /// <summary>The instrument's key: <c>copm</c>, <c>psfs</c>, <c>sppb</c>, <c>satisfaction</c>, <c>hours</c>, <c>gas</c>, <c>tug</c>, <c>barthel</c>, <c>health</c>, <c>wellbeing</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part of a measurement it is asked in.</summary>
    [JsonIgnore]
    public string Part => Id switch { "copm" or "psfs" => "goals", "gas" => "attainment", "satisfaction" => "service", _ => Id };

    /// <summary>Instruments with the same key here stand for each other: a municipality uses one of them. Null when it stands alone.</summary>
    public string? OneOf { get; init; }

    /// <summary>Whether each municipality chooses for itself if it uses the instrument.</summary>
    public bool Optional { get; init; }

    /// <summary>When it is used.</summary>
    public required IReadOnlyList<MeasurementPoint> Points { get; init; }
}

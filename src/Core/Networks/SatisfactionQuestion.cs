using Mestring.Core.Measures;

namespace Mestring.Core.Networks;

/// <summary>A question to the service user about the service, answered on a scale of whole numbers.</summary>
public sealed record SatisfactionQuestion
{
    /// <summary>Stable key.</summary>
    public required string Id { get; init; }

    /// <summary>The question as it is asked.</summary>
    public required LocalizedText Question { get; init; }

    /// <summary>The answers, lowest first; the first is 1.</summary>
    public required IReadOnlyList<LocalizedText> Answers { get; init; }

    /// <summary>When it is asked.</summary>
    public required IReadOnlyList<MeasurementPoint> Points { get; init; }
}

namespace Mestring.Core.Measures;

/// <summary>What was registered at one measurement point of one course.</summary>
/// <param name="Point">Which of the four.</param>
/// <param name="Status">What came of it.</param>
/// <param name="On">The day; null unless it is <see cref="MeasurementStatus.Done"/>.</param>
/// <param name="Sppb">The three tasks; each null when it was not done.</param>
/// <param name="Satisfaction">With the service, 1 to 5; null when not answered.</param>
/// <param name="Ratings">At most one a goal.</param>
/// <param name="Hours">At most one a service; empty when the decisions are not known. They come from decisions and hold also when the person was not measured.</param>
public sealed record MeasuredPoint(
    MeasurementPoint Point,
    MeasurementStatus Status,
    DateOnly? On,
    SppbParts Sppb,
    Satisfaction? Satisfaction,
    IReadOnlyList<GoalRating> Ratings,
    IReadOnlyList<ServiceHours> Hours);

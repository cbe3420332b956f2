namespace Mestring.Core.Measures;

/// <summary>What was registered at one measurement point of one course.</summary>
/// <param name="Point">Which of the four.</param>
/// <param name="Status">What came of it.</param>
/// <param name="On">The day; null unless it is <see cref="MeasurementStatus.Done"/>.</param>
/// <param name="Sppb">The three tasks; each null when it was not done.</param>
/// <param name="Satisfaction">With the service, 1 to 5; null when not answered.</param>
/// <param name="Ratings">At most one a goal.</param>
/// <param name="HeadlineHours">Granted in the headline services, in hours a week, on the day of the measurement or the day it was due; null when no decision is known.</param>
public sealed record MeasuredPoint(
    MeasurementPoint Point,
    MeasurementStatus Status,
    DateOnly? On,
    SppbParts Sppb,
    Satisfaction? Satisfaction,
    IReadOnlyList<GoalRating> Ratings,
    double? HeadlineHours)
{
    /// <summary>Whether somebody said that the person was measured and has not gone through what everybody is asked: it is not yet a measurement.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Who wrote the answers about the service down; null when nobody said.</summary>
    public AnswerHelp? SatisfactionBy { get; init; }

    /// <summary>Usual gait speed, in metres a second; null when no walk was timed.</summary>
    public double? GaitSpeed { get; init; }

    /// <summary>Timed Up and Go, in seconds; null when it was not done.</summary>
    public double? Tug { get; init; }

    /// <summary>The Barthel index on 0 to 100; null when it is not complete.</summary>
    public int? Barthel { get; init; }

    /// <summary>Own health on the line, 0 to 100.</summary>
    public int? HealthLine { get; init; }

    /// <summary>The WHO-5 index, 0 to 100; null when it is not complete.</summary>
    public int? Who5 { get; init; }

    /// <summary>Goals judged by goal attainment scaling, at most once each.</summary>
    public IReadOnlyList<AttainedGoal> Attained { get; init; } = [];

    /// <summary>Goal attainment as a T score over the goals judged at this point; null when none was. For a change use <see cref="CaseOutcome.Between"/>.</summary>
    public double? GoalAttainment => Attained.Count == 0 ? null : Measures.GoalAttainment.TScore(Attained.Select(a => a.Judged));
}

using Mestring.Core.Places;
using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>One person's course as values: what every figure about change is computed from. Holds no text and no pseudonym.</summary>
public sealed record CaseOutcome
{
    /// <summary>The course.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>What its goals are rated with.</summary>
    public required GoalInstrument Instrument { get; init; }

    /// <summary>The person's year of birth.</summary>
    public required int BirthYear { get; init; }

    /// <summary>The person's sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>Whether the person had no home services before; then there are no granted hours to compare with.</summary>
    public required bool NewUser { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The last day; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended; null while it runs.</summary>
    public EndReason? EndReason { get; init; }

    /// <summary>Whom the person lives with; null when it is not registered.</summary>
    public Household? Household { get; init; }

    /// <summary>Who asked for the course; null when it is not registered.</summary>
    public Referral? Referral { get; init; }

    /// <summary>The main reason for the decline; null when it is not registered.</summary>
    public Condition? Condition { get; init; }

    /// <summary>How motivated the person was at the start, 1 to 5; null when it is not registered.</summary>
    public int? Motivation { get; init; }

    /// <summary>Where the person was when the course ended.</summary>
    public Setting? SettingAtEnd { get; init; }

    /// <summary>Where the person was 91 days after the start.</summary>
    public Setting? SettingAt91Days { get; init; }

    /// <summary>Where the person was 12 months after the start.</summary>
    public Setting? SettingAt12Months { get; init; }

    /// <summary>The first day on which the person is known to have been dead by where the person is said to be; null when no setting says so.</summary>
    public DateOnly? KnownDead => LaterSettings.KnownDead(StartedOn, EndedOn, SettingAtEnd, SettingAt91Days, SettingAt12Months);

    /// <summary>The goals, without their words.</summary>
    public IReadOnlyList<GoalPlan> Goals { get; init; } = [];

    /// <summary>Decisions on the headline services, as steps; empty when none is registered.</summary>
    public IReadOnlyList<HoursStep> Steps { get; init; } = [];

    /// <summary>The day from which nothing is granted only because the last decision ran out; null when one goes on or says 0 hours, and when none is registered.</summary>
    public DateOnly? RanOutOn { get; init; }

    /// <summary>What a new user would have been granted at the start, in headline hours a week, as somebody judged it; null when nobody did.</summary>
    public double? EstimatedHours { get; init; }

    /// <summary>Working time, at most one for each profession.</summary>
    public IReadOnlyList<ProfessionTime> Input { get; init; } = [];

    /// <summary>What is registered; at most one for each point, in any order.</summary>
    public IReadOnlyList<MeasuredPoint> Points { get; init; } = [];

    /// <summary>What is registered at a point, or null.</summary>
    public MeasuredPoint? At(MeasurementPoint point)
    {
        foreach (var each in Span(Points))
        {
            if (each.Point == point)
            {
                return each;
            }
        }

        return null;
    }

    /// <summary>The value at one point, over the goals rated at that point; null when it is missing. For a change use <see cref="Between"/>.</summary>
    public double? Value(Outcome outcome, MeasurementPoint point)
    {
        if (At(point) is not { } there)
        {
            return null;
        }

        if (outcome is Outcome.HeadlineHours)
        {
            return there.HeadlineHours;
        }

        return there.Status is not MeasurementStatus.Done ? null : outcome switch
        {
            Outcome.Sppb => there.Sppb.Total?.Points,
            Outcome.ServiceSatisfaction => there.Satisfaction?.Points,
            Outcome.Tug => there.Tug,
            Outcome.Barthel => there.Barthel,
            Outcome.HealthLine => there.HealthLine,
            Outcome.Who5 => there.Who5,
            Outcome.GoalAttainment => there.GoalAttainment,
            _ => Uses(outcome) ? Mean(there.Ratings, outcome) : null,
        };
    }

    /// <summary>
    /// The value at two points, ready for a paired change. Means and scores of goals are over the goals rated at both points, so that a goal
    /// that came later changes nothing. Granted hours of a new user have no value at the start: there was no decision to compare with.
    /// </summary>
    /// <returns>Both missing for goals when no goal is rated twice; otherwise each side on its own.</returns>
    public Pair Between(Outcome outcome, MeasurementPoint before, MeasurementPoint after)
    {
        if (outcome is Outcome.CopmPerformance or Outcome.CopmSatisfaction or Outcome.Psfs)
        {
            return RatedTwice(outcome, before, after);
        }

        if (outcome is Outcome.GoalAttainment)
        {
            return AttainedTwice(before, after);
        }

        var first = outcome is Outcome.HeadlineHours && NewUser && before is MeasurementPoint.Start ? null : Value(outcome, before);
        return new Pair(first, Value(outcome, after));
    }

    /// <summary>The course as figures know it: a measurement that is only begun is not there yet.</summary>
    public CaseOutcome Registered() => Points.Any(p => p.IsBegun) ? this with { Points = [.. Points.Where(p => !p.IsBegun)] } : this;

    /// <summary>How the measurement of a window stands on a day; what is only begun counts as not registered.</summary>
    public PointState State(MeasurementWindow window, DateOnly today) => window.State(At(window.Point) is { IsBegun: false } there ? there.Status : null, EndedOn, EndReason, KnownDead, today);

    private Pair RatedTwice(Outcome outcome, MeasurementPoint before, MeasurementPoint after)
    {
        if (!Uses(outcome) || At(before) is not { Status: MeasurementStatus.Done } first || At(after) is not { Status: MeasurementStatus.Done } second)
        {
            return default;
        }

        // Loops over spans: a page of results asks this of every course for every outcome and point.
        var ones = Span(first.Ratings);
        var others = Span(second.Ratings);
        double sumBefore = 0, sumAfter = 0;
        var twice = 0;
        for (var i = 0; i < ones.Length; i++)
        {
            var at = i < others.Length && others[i].Goal == ones[i].Goal ? i : IndexOf(others, ones[i].Goal);
            if (at >= 0 && Rated(outcome, ones[i]) is { } one && Rated(outcome, others[at]) is { } other)
            {
                sumBefore += one;
                sumAfter += other;
                twice++;
            }
        }

        return twice == 0 ? default : new Pair(sumBefore / twice, sumAfter / twice);
    }

    private Pair AttainedTwice(MeasurementPoint before, MeasurementPoint after)
    {
        if (At(before) is not { Status: MeasurementStatus.Done, Attained: { Count: > 0 } ones } || At(after) is not { Status: MeasurementStatus.Done, Attained: { Count: > 0 } others })
        {
            return default;
        }

        var twice = ones.Join(others, one => one.Goal, other => other.Goal, (one, other) => (Before: one.Judged, After: other.Judged)).ToList();
        return new Pair(Measures.GoalAttainment.TScore(twice.Select(goal => goal.Before)), Measures.GoalAttainment.TScore(twice.Select(goal => goal.After)));
    }

    private static int IndexOf(ReadOnlySpan<GoalRating> ratings, int goal)
    {
        for (var i = 0; i < ratings.Length; i++)
        {
            if (ratings[i].Goal == goal)
            {
                return i;
            }
        }

        return -1;
    }

    private static double? Mean(IReadOnlyList<GoalRating> ratings, Outcome outcome)
    {
        double sum = 0;
        var rated = 0;
        foreach (var rating in Span(ratings))
        {
            if (Rated(outcome, rating) is { } points)
            {
                sum += points;
                rated++;
            }
        }

        return rated == 0 ? null : sum / rated;
    }

    /// <summary>What is read from storage is arrays; asked for one by one through the interface they would cost ten times as much.</summary>
    private static ReadOnlySpan<T> Span<T>(IReadOnlyList<T> list) => list is T[] array ? array : [.. list];

    private bool Uses(Outcome outcome) => outcome is Outcome.Psfs ? Instrument is GoalInstrument.Psfs : Instrument is GoalInstrument.Copm;

    private static double? Rated(Outcome outcome, GoalRating rating) => outcome is Outcome.CopmSatisfaction ? rating.Satisfaction : rating.Performance;
}

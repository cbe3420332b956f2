using System.Runtime.InteropServices;
using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>
/// Hours freed and working time spent by a group of courses in their first year. What is freed is capacity for other users: it is
/// money only when a budget decision makes it so, and no comparison group says what had happened without the course.
/// </summary>
public sealed record Economy
{
    /// <summary>Part cut off at each end of the trimmed mean.</summary>
    public const double Trimmed = 0.1;

    /// <summary>Whether the hours before are estimates for new users; such courses are never pooled with those that had decisions.</summary>
    public required bool IsEstimate { get; init; }

    /// <summary>How many courses are in each state; those that are missing have none.</summary>
    public required IReadOnlyDictionary<FreedState, int> Courses { get; init; }

    /// <summary>Courses whose hours freed are counted.</summary>
    public int Counted => Courses.GetValueOrDefault(FreedState.Counted);

    /// <summary>Hours freed by the counted courses together.</summary>
    public required double Hours { get; init; }

    /// <summary>Counted courses whose hours ended only because the last decision ran out (<see cref="FreedHours.RanOut"/>).</summary>
    public int RanOut { get; init; }

    /// <summary>Hours freed by the counted courses that are not among <see cref="RanOut"/>.</summary>
    public double HoursWithoutRanOut { get; init; }

    /// <summary>Weeks the counted courses were observed, together.</summary>
    public required double PersonWeeks { get; init; }

    /// <summary>Hours freed by each counted course: number, mean, spread.</summary>
    public required Moments Each { get; init; }

    /// <summary>The middle course's hours freed; null for none.</summary>
    public double? Median { get; init; }

    /// <summary>Mean of the hours freed without the tenth at either end; null for none.</summary>
    public double? TrimmedMean { get; init; }

    /// <summary>The smaller of <see cref="Median"/> and <see cref="TrimmedMean"/>: a single course weighs little in it.</summary>
    public double? Cautious => Median < TrimmedMean ? Median : TrimmedMean;

    /// <summary>The part of the hours freed that the largest course stands for; above 1 when the rest together had more hours than before; null when nothing was freed.</summary>
    public double? LargestShare { get; init; }

    /// <summary>Sum over counted courses of hours a week fewer on the day after the course.</summary>
    public required double Reduction { get; init; }

    /// <summary>Working time of the counted courses.</summary>
    public required WorkTime Input { get; init; }

    /// <summary>Whether every counted course has working time; else cost, and all that builds on it, would be too low and is null.</summary>
    public bool InputIsComplete => Counted > 0 && Input.Courses == Counted;

    /// <summary>Hours freed less working hours; null when working time is not complete.</summary>
    public double? NetHours => InputIsComplete ? Hours - Input.Hours : null;

    /// <summary>The courses of one kind on a day.</summary>
    /// <param name="courses">Any courses; new users are told from others here.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <param name="estimates">True for new users, by estimates; false for those who had decisions.</param>
    public static Economy Of(IEnumerable<CaseOutcome> courses, DateOnly today, bool estimates = false)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var states = new Dictionary<FreedState, int>();
        var each = new List<double>();
        var input = new WorkTime();
        Sum weeks = default, reduction = default, meant = default;
        var ranOut = 0;
        foreach (var course in courses)
        {
            if (course.NewUser != estimates)
            {
                continue;
            }

            var freed = FreedHours.Of(course, today);
            CollectionsMarshal.GetValueRefOrAddDefault(states, freed.State, out _)++;
            if (freed.State is FreedState.Counted)
            {
                each.Add(freed.Hours);
                ranOut += freed.RanOut ? 1 : 0;
                meant.Add(freed.RanOut ? 0 : freed.Hours);
                weeks.Add(freed.PersonWeeks);
                reduction.Add(freed.Reduction ?? 0);
                input.Add(course);
            }
        }

        var hours = CollectionsMarshal.AsSpan(each);
        hours.Sort();
        var total = Sum.Of(hours);
        return new Economy
        {
            IsEstimate = estimates,
            Courses = states,
            Hours = total,
            RanOut = ranOut,
            HoursWithoutRanOut = meant.Value,
            PersonWeeks = weeks.Value,
            Each = Moments.Of(hours),
            Median = Quantiles.OfSorted(hours, 0.5),
            TrimmedMean = TrimmedMeanOf(hours),
            LargestShare = total > 0 ? hours[^1] / total : null,
            Reduction = reduction.Value,
            Input = input,
        };
    }

    /// <summary>What working time costs, in kroner; null when it is not complete or a profession has no price.</summary>
    public decimal? Cost(EconomyPrices prices) => InputIsComplete ? Input.Cost(prices) : null;

    /// <summary>The value of the hours freed at the price of an hour of home service, in kroner; null when nothing is counted.</summary>
    /// <param name="prices">The municipality's own prices.</param>
    /// <param name="assumption">What is varied; by default nothing.</param>
    public decimal? Gross(EconomyPrices prices, EconomyAssumption assumption = default)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return Counted == 0 ? null : (decimal)assumption.Freed(Hours) * assumption.Price(prices.HomeServiceHour);
    }

    /// <summary>Gross value less the cost of working time, in kroner in the first year; null when either is.</summary>
    public decimal? Net(EconomyPrices prices, EconomyAssumption assumption = default) => Gross(prices, assumption) - Cost(prices);

    /// <summary>
    /// Weeks after the course until the hours freed have the value of the working time, if the hours stay as they were the day after it;
    /// null when that is not reached because as many or more hours were granted, or when the cost is not known.
    /// </summary>
    public double? BreakEvenWeeks(EconomyPrices prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return Reduction > 0 && prices.HomeServiceHour > 0 && Cost(prices) is { } cost ? (double)(cost / prices.HomeServiceHour) / Reduction : null;
    }

    /// <summary>Mean without whole courses at each end: as many as <see cref="Trimmed"/> of them, rounded down.</summary>
    private static double? TrimmedMeanOf(ReadOnlySpan<double> sorted)
    {
        var cut = (int)(sorted.Length * Trimmed);
        var kept = sorted[cut..(sorted.Length - cut)];
        return kept.IsEmpty ? null : Sum.Of(kept) / kept.Length;
    }
}

using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Rules about measurements: their days, their ratings, their times.</summary>
internal static class MeasurementRules
{
    /// <summary>The total of SPPB, where an electronic record hands one over besides the tasks.</summary>
    public const string SppbTotal = "sppb.total";

    private const decimal FastestWalk = 1.5m;
    private const decimal FastestChair = 4;
    private const decimal FastestTug = 4;

    private static readonly int[] Goals = [.. Enumerable.Range(1, CaseFields.MaxGoals)];

    /// <summary>What goals are rated by.</summary>
    private static readonly string[] Scales = [.. Goals.SelectMany(goal => new[] { MeasurementItems.Performance(goal), MeasurementItems.GoalSatisfaction(goal) })];

    public static IReadOnlyList<CaseRule> All { get; } =
    [
        CaseRules.Error("date-missing", Each((c, p) => CaseRules.When(c.IsDone(p) && c.On(p) is null, Path(p, MeasurementItems.On)))),
        CaseRules.Error("measured-in-future", Each((c, p) => CaseRules.When(c.On(p) > c.Today, Path(p, MeasurementItems.On), c.On(p)))),
        CaseRules.Error("measured-before-start", Each((c, p) => CaseRules.When(c.On(p) < FirstDay(c, p), Path(p, MeasurementItems.On), c.On(p), c.Started))),
        CaseRules.Error("measured-after-death", Each((c, p) => CaseRules.When(c.On(p) > c.Died, Path(p, MeasurementItems.On), c.On(p), c.Died))),
        CaseRules.Warning("outside-window", Each(OutsideWindow)),
        CaseRules.Error("copm-range", Each((c, p) => c.Code<GoalInstrument>("instrument") is GoalInstrument.Copm
            ? CaseRules.Each(Scales, c, (_, item) => CaseRules.When(
                c.Number(p, item) is { } rating && !IsWhole(rating, CopmRating.Min, CopmRating.Max), Path(p, item), c.Text(p, item), CopmRating.Min, CopmRating.Max))
            : [])),
        CaseRules.Error("psfs-satisfaction", Each((c, p) => c.Code<GoalInstrument>("instrument") is GoalInstrument.Psfs
            ? CaseRules.Each(Goals, c, (_, g) => CaseRules.When(c.Number(p, MeasurementItems.GoalSatisfaction(g)) is not null, Path(p, MeasurementItems.GoalSatisfaction(g))))
            : [])),
        CaseRules.Error("goal-gone", Each((c, p) => CaseRules.Each(
            Goals, c, (_, g) => CaseRules.When(
                !c.HasGoal(g) && (c.Number(p, MeasurementItems.Performance(g)) is not null || c.Number(p, MeasurementItems.Attainment(g)) is not null), Path(p, MeasurementItems.Performance(g)), g)))),
        CaseRules.Error("sppb-total", Each(Total)),
        CaseRules.Error("sppb-task-differs", Each(TaskDiffers)),
        CaseRules.Error("sppb-course", Each((c, p) => CaseRules.When(
            (c.Number(p, "sppb.walk1") > 0 || c.Number(p, "sppb.walk2") > 0) && c.Number(p, "sppb.course") is not (2.44m or 3 or 4), Path(p, "sppb.course"), c.Text(Path(p, "sppb.course"))))),
        CaseRules.Warning("sppb-fast", Each((c, p) =>
        [
            .. Fast(c, p, "sppb.walk1", FastestWalk), .. Fast(c, p, "sppb.walk2", FastestWalk), .. Fast(c, p, "sppb.chair-time", FastestChair),
        ])),
        CaseRules.Warning("tug-fast", Each((c, p) => Fast(c, p, MeasurementItems.Tug, FastestTug))),
        CaseRules.Warning("tug-slow", Each((c, p) => CaseRules.When(c.Number(p, MeasurementItems.Tug) > TugTime.Unusual, Path(p, MeasurementItems.Tug), c.Number(p, MeasurementItems.Tug), TugTime.Unusual))),
        CaseRules.Warning("satisfaction-by-deliverer", Each((c, p) => CaseRules.When(
            c.Text(p, MeasurementItems.SatisfactionBy) is nameof(AnswerHelp.Deliverer) && c.Text(p, MeasurementItems.Satisfaction) is not null, Path(p, MeasurementItems.SatisfactionBy)))),
        CaseRules.Warning("same-as-start", Each((c, p) => CaseRules.When(p is not MeasurementPoint.Start && SameRatings(c, p), p.Name()))),
    ];

    /// <summary>The first day a measurement may be of: the start, or the day the window of the first measurement opens.</summary>
    private static DateOnly? FirstDay(CaseValues course, MeasurementPoint point) =>
        course.Windows.Where(w => w.Point == point && w.Opens < course.Started).Select(w => (DateOnly?)w.Opens).FirstOrDefault() ?? (point is MeasurementPoint.Start ? null : course.Started);

    /// <summary>The ratings of goals at a point, by item; reasons left out.</summary>
    public static IReadOnlyDictionary<string, string> Ratings(CaseValues course, MeasurementPoint point) =>
        (from item in Scales
         let text = course.Text(point, item)
         where text is not null
         select KeyValuePair.Create(item, text)).ToDictionary(StringComparer.Ordinal);

    private static Func<CaseValues, IReadOnlyList<(string, string[])>> Each(Func<CaseValues, MeasurementPoint, IReadOnlyList<(string, string[])>> find) =>
        course => CaseRules.Each(course.Points, course, find);

    private static string Path(MeasurementPoint point, string item) => CaseFields.Path(point, item);

    private static bool IsWhole(decimal number, int min, int max) => number == decimal.Truncate(number) && number >= min && number <= max;

    private static IReadOnlyList<(string, string[])> Fast(CaseValues course, MeasurementPoint point, string item, decimal fastest) =>
        CaseRules.When(course.Number(point, item) is { } seconds and > 0 && seconds < fastest, Path(point, item), course.Number(point, item), fastest);

    private static IReadOnlyList<(string, string[])> OutsideWindow(CaseValues course, MeasurementPoint point) => course.On(point) is { } day
        ? CaseRules.Each(course.Windows, course, (_, w) => CaseRules.When(w.Point == point && !w.Contains(day), Path(point, MeasurementItems.On), day, w.Opens, w.Closes))
        : [];

    private static IReadOnlyList<(string, string[])> Total(CaseValues course, MeasurementPoint point)
    {
        if (course.Number(point, SppbTotal) is { } total && Scored(course, point).Total is { } sum)
        {
            return CaseRules.When(total != sum.Points, Path(point, SppbTotal), total, sum.Points);
        }

        return [];
    }

    private static IReadOnlyList<(string, string[])> TaskDiffers(CaseValues course, MeasurementPoint point)
    {
        var times = MeasurementAnswers.Times(course.Answers(point));
        if (times.SideBySide < 0 || times.SemiTandem < 0 || times.Tandem < 0 || times.Walk1 < 0 || times.Walk2 < 0 || times.FiveChairStands < 0)
        {
            return [];
        }

        return times.Score() is var timed && timed == default ? []
            : CaseRules.Each([("sppb.balance", timed.Balance), ("sppb.gait", timed.Gait), ("sppb.chair", timed.Chair)], course, (_, task) => CaseRules.When(
                task.Item2 is { } points && course.Number(point, task.Item1) is { } written && written != points.Points, Path(point, task.Item1), course.Number(point, task.Item1), task.Item2?.Points));
    }

    /// <summary>The tasks as they would be scored; nothing where a value is not one of SPPB, which has a finding of its own.</summary>
    private static SppbParts Scored(CaseValues course, MeasurementPoint point)
    {
        var answers = course.Answers(point);
        foreach (var (item, text) in answers)
        {
            if (item.StartsWith("sppb.", StringComparison.Ordinal) && CaseFields.Find(Path(point, item)) is { } field && !field.Accepts(text))
            {
                return default;
            }
        }

        var sppb = answers.Where(a => a.Key.StartsWith("sppb.", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        return MeasurementAnswers.Score(point, MeasurementStatus.Done, null, sppb, [], null).Sppb;
    }

    /// <summary>One goal that stayed as it was is nothing to notice; two or more, all alike, are.</summary>
    private static bool SameRatings(CaseValues course, MeasurementPoint point)
    {
        if (course.Text(MeasurementPoint.Start, MeasurementItems.Performance(1)) is { } first && course.Text(point, MeasurementItems.Performance(1)) is { } later && !string.Equals(first, later, StringComparison.Ordinal))
        {
            return false;
        }

        var (before, after) = (Ratings(course, MeasurementPoint.Start), Ratings(course, point));
        return before.Keys.Count(k => k.EndsWith(".performance", StringComparison.Ordinal)) > 1 && before.Count == after.Count
            && before.All(b => string.Equals(after.GetValueOrDefault(b.Key), b.Value, StringComparison.Ordinal));
    }
}

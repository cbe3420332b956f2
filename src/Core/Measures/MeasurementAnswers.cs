using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Scores what was registered at one measurement: from answers by item (see <see cref="MeasurementItems"/>) to values.</summary>
public static class MeasurementAnswers
{
    private static readonly BarthelItem[] Activities = Enum.GetValues<BarthelItem>();

    /// <summary>The values of one measurement.</summary>
    /// <param name="point">Which of the four.</param>
    /// <param name="status">What came of it.</param>
    /// <param name="on">The day, or null.</param>
    /// <param name="answers">Value or reason by item; what is not there was not answered.</param>
    /// <param name="goals">The numbers and weights of the goals; a goal without weight counts 1.</param>
    /// <param name="hours">Headline hours a week in force; null when no decision is known.</param>
    public static MeasuredPoint Score(
        MeasurementPoint point, MeasurementStatus status, DateOnly? on, IReadOnlyDictionary<string, string> answers, IReadOnlyList<(int Number, int? Weight)> goals, double? hours)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(goals);
        var times = Times(answers);
        return new MeasuredPoint(point, status, on, Sppb(answers, times), Whole(answers, MeasurementItems.Satisfaction) is { } satisfied ? new Satisfaction(satisfied) : null, Ratings(answers, goals), hours)
        {
            GaitSpeed = times.GaitSpeed,
            Tug = (double?)Number(answers, MeasurementItems.Tug),
            Barthel = Barthel(answers),
            HealthLine = Whole(answers, MeasurementItems.HealthLine),
            Who5 = Who5(answers),
            Attained = Attained(answers, goals),
            SatisfactionBy = Enum.TryParse<AnswerHelp>(answers.GetValueOrDefault(MeasurementItems.SatisfactionBy), out var by) ? by : null,
        };
    }

    /// <summary>The times of SPPB as they were registered; a task with a reason has none.</summary>
    public static SppbTimes Times(IReadOnlyDictionary<string, string> answers) => new(
        Number(answers, MeasurementItems.Sppb("side-by-side")),
        Number(answers, MeasurementItems.Sppb("semi-tandem")),
        Number(answers, MeasurementItems.Sppb("tandem")),
        Number(answers, MeasurementItems.Sppb("walk1")),
        Number(answers, MeasurementItems.Sppb("walk2")),
        answers?.GetValueOrDefault(MeasurementItems.Sppb("course")) switch { "2.44" => SppbCourse.EightFeet, "3" => SppbCourse.ThreeMetres, "4" => SppbCourse.FourMetres, _ => null },
        Number(answers, MeasurementItems.Sppb("chair-time")));

    /// <summary>Times decide; points stand where only they were registered.</summary>
    private static SppbParts Sppb(IReadOnlyDictionary<string, string> answers, SppbTimes times)
    {
        var timed = times.Score();
        return new SppbParts(timed.Balance ?? Part("balance"), timed.Gait ?? Part("gait"), timed.Chair ?? Part("chair"));

        SppbPart? Part(string task) => Whole(answers, MeasurementItems.Sppb(task)) is { } points ? new SppbPart(points) : null;
    }

    private static int? Barthel(IReadOnlyDictionary<string, string> answers)
    {
        var points = new int?[Activities.Length];
        foreach (var item in Activities)
        {
            if ((points[(int)item] = Whole(answers, MeasurementItems.Barthel(item))) is null)
            {
                return null;
            }
        }

        return BarthelScore.Of(BarthelVariant.Hundred, points)?.Points;
    }

    private static int? Who5(IReadOnlyDictionary<string, string> answers)
    {
        var items = new Who5Item?[Who5Score.Items];
        for (var i = 0; i < items.Length; i++)
        {
            if (Whole(answers, MeasurementItems.Who5(i + 1)) is not { } points)
            {
                return null;
            }

            items[i] = new Who5Item(points);
        }

        return Who5Score.Of(items)?.Percent;
    }

    private static List<GoalRating> Ratings(IReadOnlyDictionary<string, string> answers, IReadOnlyList<(int Number, int? Weight)> goals)
    {
        var ratings = new List<GoalRating>(goals.Count);
        foreach (var (number, _) in goals)
        {
            var (performance, satisfaction) = (MeasurementItems.Performance(number), MeasurementItems.GoalSatisfaction(number));
            if (answers.ContainsKey(performance) || answers.ContainsKey(satisfaction))
            {
                ratings.Add(new GoalRating((byte)number, (byte?)Whole(answers, performance), (byte?)Whole(answers, satisfaction)));
            }
        }

        return ratings;
    }

    private static AttainedGoal[] Attained(IReadOnlyDictionary<string, string> answers, IReadOnlyList<(int Number, int? Weight)> goals) =>
    [
        .. from goal in goals
           let level = Whole(answers, MeasurementItems.Attainment(goal.Number))
           where level is not null
           select new AttainedGoal(goal.Number, new GasGoal(goal.Weight ?? 1, new GasLevel(level.Value))),
    ];

    private static int? Whole(IReadOnlyDictionary<string, string> answers, string item) => Number(answers, item) is { } number ? (int)number : null;

    private static decimal? Number(IReadOnlyDictionary<string, string>? answers, string item) =>
        answers is not null && answers.TryGetValue(item, out var text) && !NotDone.IsReason(text)
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>What can be registered at one measurement, by its short name, such as <c>sppb.walk1</c>.</summary>
public static class MeasurementItems
{
    /// <summary>What came of the measurement; see <see cref="MeasurementStatus"/>.</summary>
    public const string Status = "status";

    /// <summary>The day.</summary>
    public const string On = "on";

    /// <summary>The screens somebody has gone through, separated by blanks; a screen that is gone through may still hold gaps.</summary>
    public const string Answered = "answered";

    /// <summary>
    /// The screens that were in force when the measurement was finished, separated by blanks: its set, whatever is chosen later. None until
    /// somebody has gone through the screens that everybody uses; a measurement without a set is begun and does not count as measured.
    /// </summary>
    public const string Asked = "asked";

    /// <summary>Satisfaction with the service.</summary>
    public const string Satisfaction = "satisfaction";

    /// <summary>Who wrote the answers about the service down; see <see cref="AnswerHelp"/>.</summary>
    public const string SatisfactionBy = "satisfaction.by";

    /// <summary>Most questions about the service: the first is the headline figure.</summary>
    public const int MaxQuestions = 3;

    /// <summary>Timed Up and Go, in seconds.</summary>
    public const string Tug = "tug";

    /// <summary>The walking aid used in Timed Up and Go.</summary>
    public const string TugAid = "tug.aid";

    /// <summary>Own health on the line.</summary>
    public const string HealthLine = "eq-vas";

    private static readonly string[] Activities = [.. Enum.GetNames<BarthelItem>().Select(name => $"barthel.{name.ToLowerInvariant()}")];
    private static readonly string[] Statements = [.. Enumerable.Range(1, Who5Score.Items).Select(n => string.Create(CultureInfo.InvariantCulture, $"who5.{n}"))];
    private static readonly string[][] Scales = [.. new[] { "performance", "satisfaction", "attainment" }.Select(scale => Enumerable.Range(1, CaseFields.MaxGoals).Select(goal => string.Create(CultureInfo.InvariantCulture, $"goal{goal}.{scale}")).ToArray())];
    private static readonly string[] Questions = [Satisfaction, .. Enumerable.Range(2, MaxQuestions - 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{Satisfaction}.{n}"))];
    private static readonly string[] Stands = ["side-by-side", "semi-tandem", "tandem"];
    private static readonly string[] Walks = ["walk1", "walk2"];
    private static readonly string[] Tasks = ["balance", "gait", "chair"];
    private static readonly Dictionary<string, string> Parts = Stands.Concat(Walks).Concat(Tasks).Append("course").Append("chair-time").ToDictionary(part => part, part => $"sppb.{part}", StringComparer.Ordinal);

    /// <summary>Every item.</summary>
    public static IReadOnlyList<CaseField> All { get; } = Build();

    /// <summary>Whether an item says how far somebody has come, and nothing about the person.</summary>
    public static bool IsProgress(string item) => item is Answered or Asked;

    /// <summary>The rating of a goal's performance.</summary>
    public static string Performance(int goal) => Scales[0][goal - 1];

    /// <summary>The rating of satisfaction with how a goal goes.</summary>
    public static string GoalSatisfaction(int goal) => Scales[1][goal - 1];

    /// <summary>How far a goal is attained, −2 to 2.</summary>
    public static string Attainment(int goal) => Scales[2][goal - 1];

    /// <summary>A task or time of SPPB; see the names in <see cref="All"/>.</summary>
    public static string Sppb(string part) => Parts.TryGetValue(part, out var item) ? item : $"sppb.{part}";

    /// <summary>An activity of the Barthel index, scored by fives.</summary>
    public static string Barthel(BarthelItem item) => Activities[(int)item];

    /// <summary>A statement of WHO-5, from 1 to 5.</summary>
    public static string Who5(int statement) => Statements[statement - 1];

    /// <summary>The answer to a question about the service, from 1 to <see cref="MaxQuestions"/>, in the order the programme asks them.</summary>
    public static string Question(int number) => Questions[number - 1];

    private static CaseField[] Build()
    {
        var items = new List<CaseField> { CaseFields.Code<MeasurementStatus>(Status), new(On, CaseFieldKind.Date), CaseFields.Text(Answered, 120), CaseFields.Text(Asked, 120) };
        for (var goal = 1; goal <= CaseFields.MaxGoals; goal++)
        {
            items.AddRange(
            [
                CaseFields.Whole(Performance(goal), PsfsRating.Min, PsfsRating.Max) with { Name = "goal.performance", Goal = goal, TakesReason = true },
                CaseFields.Whole(GoalSatisfaction(goal), CopmRating.Min, CopmRating.Max) with { Name = "goal.satisfaction", Goal = goal, TakesReason = true },
                CaseFields.Whole(Attainment(goal), GasLevel.Min, GasLevel.Max) with { Name = "goal.attainment", Goal = goal, TakesReason = true },
            ]);
        }

        items.AddRange(Stands.Select(stand => Seconds(Sppb(stand), 60)));
        items.AddRange(Walks.Select(walk => Seconds(Sppb(walk), 300)));
        items.Add(new CaseField(Sppb("course"), CaseFieldKind.Code) { Codes = ["2.44", "3", "4"] });
        items.Add(Seconds(Sppb("chair-time"), 300));
        items.AddRange(Tasks.Select(task => CaseFields.Whole(Sppb(task), SppbPart.Min, SppbPart.Max) with { TakesReason = true }));
        items.Add(new CaseField(Tug, CaseFieldKind.Number) { Min = 0.01m, Max = TugTime.Max, TakesReason = true });
        items.Add(new CaseField(TugAid, CaseFieldKind.Code) { Codes = ["none", "stick", "walker", "other"] });
        items.AddRange(Enum.GetValues<BarthelItem>().Select(each => new CaseField(Barthel(each), CaseFieldKind.Code)
        {
            Codes = [.. Enumerable.Range(0, BarthelScore.Highest(each) + 1).Select(level => (level * 5).ToString(CultureInfo.InvariantCulture))],
            TakesReason = true,
        }));
        items.Add(CaseFields.Whole(HealthLine, EqVas.Min, EqVas.Max) with { TakesReason = true });
        items.AddRange(Enumerable.Range(1, Who5Score.Items).Select(statement => CaseFields.Whole(Who5(statement), Who5Item.Min, Who5Item.Max) with { TakesReason = true }));
        items.AddRange(Questions.Select(question => CaseFields.Whole(question, Measures.Satisfaction.Min, Measures.Satisfaction.Max) with { TakesReason = true }));
        items.Add(CaseFields.Code<AnswerHelp>(SatisfactionBy));
        return [.. items];
    }

    private static CaseField Seconds(string path, int longest) => new(path, CaseFieldKind.Number) { Max = longest, TakesReason = true };
}

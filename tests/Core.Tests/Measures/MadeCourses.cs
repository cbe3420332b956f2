using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Measures;

/// <summary>Courses made by chance, for laws that hold for every course.</summary>
internal static class MadeCourses
{
    public static Gen<CaseOutcome> Any { get; } = Gen.Choose(0, int.MaxValue).Select(seed => Make(new Random(seed)));

    /// <summary>Whether two courses hold the same values, their lists compared member by member.</summary>
    public static bool Same(CaseOutcome one, CaseOutcome other) =>
        Plain(one) == Plain(other)
        && one.Goals.SequenceEqual(other.Goals) && one.Steps.SequenceEqual(other.Steps) && one.Input.SequenceEqual(other.Input)
        && one.Points.Count == other.Points.Count
        && one.Points.Zip(other.Points).All(p => p.First with { Ratings = Nothing, Attained = NotJudged } == p.Second with { Ratings = Nothing, Attained = NotJudged }
            && p.First.Ratings.SequenceEqual(p.Second.Ratings) && p.First.Attained.SequenceEqual(p.Second.Attained));

    private static readonly GoalRating[] Nothing = [];
    private static readonly AttainedGoal[] NotJudged = [];
    private static readonly GoalPlan[] NoGoals = [];
    private static readonly HoursStep[] NoSteps = [];
    private static readonly ProfessionTime[] NoInput = [];
    private static readonly MeasuredPoint[] NoPoints = [];

    private static CaseOutcome Plain(CaseOutcome course) => course with { Goals = NoGoals, Steps = NoSteps, Input = NoInput, Points = NoPoints };

    private static CaseOutcome Make(Random chance)
    {
        var started = new DateOnly(2025, 1, 1).AddDays(chance.Next(600));
        var goals = Enumerable.Range(1, chance.Next(6)).Select(n => new GoalPlan((byte)n, Some<GoalDomain>(chance))).ToArray();
        var ended = chance.Next(4) > 0;
        return new CaseOutcome
        {
            Id = new Guid(Enumerable.Range(0, 16).Select(_ => (byte)chance.Next(256)).ToArray()),
            Municipality = MunicipalityCode.FromNumber((short)chance.Next(10_000)),
            Instrument = Some<GoalInstrument>(chance),
            BirthYear = chance.Next(1915, 2007),
            Sex = Some<Sex>(chance),
            NewUser = chance.Next(3) == 0,
            StartedOn = started,
            EndedOn = ended ? started.AddDays(chance.Next(0, 160)) : null,
            EndReason = ended ? Some<EndReason>(chance) : null,
            Household = Maybe<Household>(chance),
            Referral = Maybe<Referral>(chance),
            Condition = Maybe<Condition>(chance),
            Motivation = chance.Next(2) == 0 ? null : chance.Next(1, 6),
            SettingAtEnd = Maybe<Setting>(chance),
            SettingAt91Days = Maybe<Setting>(chance),
            SettingAt12Months = Maybe<Setting>(chance),
            Goals = goals,
            Steps = Steps(chance, started),
            RanOutOn = chance.Next(2) == 0 ? null : started.AddDays(chance.Next(-60, 300)),
            EstimatedHours = chance.Next(2) == 0 ? null : chance.NextDouble() * 30,
            Input = ProfessionTime.Of(Enumerable.Range(1, chance.Next(12)).Select(w => new WorkInput(w, Some<Profession>(chance), Minutes(chance), Minutes(chance), Minutes(chance)))),
            Points = [.. Enum.GetValues<MeasurementPoint>().Take(chance.Next(5)).Select(p => Point(chance, p, started, goals))],
        };
    }

    private static HoursStep[] Steps(Random chance, DateOnly started)
    {
        var day = started.AddDays(chance.Next(-60, 20));
        var steps = new List<HoursStep>();
        for (var i = chance.Next(6); i > 0; i--)
        {
            steps.Add(new HoursStep(day, chance.Next(0, 80) / 4.0));
            day = day.AddDays(chance.Next(1, 120));
        }

        return [.. steps];
    }

    private static MeasuredPoint Point(Random chance, MeasurementPoint point, DateOnly started, GoalPlan[] goals) => new(
        point,
        Some<MeasurementStatus>(chance),
        chance.Next(3) == 0 ? null : started.AddDays(chance.Next(-14, 400)),
        new SppbParts(Part(chance), Part(chance), Part(chance)),
        chance.Next(2) == 0 ? null : new Satisfaction(chance.Next(1, 6)),
        [.. goals.Select(g => new GoalRating(g.Number, Rating(chance), Rating(chance)))],
        chance.Next(3) == 0 ? null : chance.NextDouble() * 20)
    {
        GaitSpeed = chance.Next(2) == 0 ? null : 4 / (2 + chance.NextDouble()),
        Tug = chance.Next(2) == 0 ? null : chance.Next(500, 3000) / 100.0,
        Barthel = chance.Next(2) == 0 ? null : 5 * chance.Next(21),
        HealthLine = chance.Next(2) == 0 ? null : chance.Next(101),
        Who5 = chance.Next(2) == 0 ? null : 4 * chance.Next(26),
        Attained = [.. goals.Where(_ => chance.Next(2) == 0).Select(g => new AttainedGoal(g.Number, new GasGoal(chance.Next(0, 7), new GasLevel(chance.Next(GasLevel.Min, GasLevel.Max + 1)))))],
    };

    private static SppbPart? Part(Random chance) => chance.Next(4) == 0 ? null : new SppbPart(chance.Next(5));

    private static byte? Rating(Random chance) => chance.Next(5) == 0 ? null : (byte)chance.Next(1, 11);

    private static int? Minutes(Random chance) => chance.Next(4) == 0 ? null : chance.Next(0, 600);

    private static T Some<T>(Random chance)
        where T : struct, Enum => Enum.GetValues<T>() is var all ? all[chance.Next(all.Length)] : default;

    private static T? Maybe<T>(Random chance)
        where T : struct, Enum => chance.Next(4) == 0 ? null : Some<T>(chance);
}

using System.CommandLine;
using Mestring.Core.Measures;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse score</c>: scores of instruments from their parts.</summary>
internal static class ScoreMethod
{
    public static Command Create(Func<Stream> input)
    {
        var empty = Method.Choice("--empty", "What an empty time means: not done, or tried or skipped because the person was unable (0 for that task).", "missing", "unable");
        return new Command("score", "Scores of instruments from their parts.\n\nExample:\n  mestring analyse score sppb times.csv --json")
        {
            Method.Of(
                input,
                "sppb",
                "SPPB from seconds. Columns: id, side, semi, tandem, walk1, walk2, course_m, chair5.",
                "score sppb times.csv --empty unable --json",
                (parsed, table) => SppbScoring.Run(table, parsed.GetValue(empty) is "unable"),
                empty),
            Method.Of(input, "gas", "Goal attainment T scores. Columns: id, goal, weight, score.", "score gas goals.csv --json", (_, table) => Gas(table)),
            Method.Of(
                input,
                "barthel",
                "Barthel index from items of the 0-20 version. Columns: id, bowels, bladder, grooming, toilet, feeding, transfer, mobility, dressing, stairs, bathing.",
                "score barthel items.csv --json",
                (_, table) => Barthel(table)),
            Method.Of(
                input,
                "copm",
                "COPM means over goals rated both times. Columns: id, goal, performance_1, performance_2, satisfaction_1, satisfaction_2.",
                "score copm goals.csv --json",
                (_, table) => Copm(table)),
        };
    }

    private static Answer Gas(CsvTable table)
    {
        InputColumn id = new(table, "id"), weight = new(table, "weight"), score = new(table, "score");
        _ = new InputColumn(table, "goal");
        var goals = table.Rows.Select(row => (Id: id.Text(row), Weight: weight.Number(row) is null ? (double?)null : weight.Required(row, 0), Level: score.Level(row, GasLevel.Min, GasLevel.Max)));
        return new Answer().List("rows", goals.GroupBy(g => g.Id, StringComparer.Ordinal).Select(person =>
        {
            var incomplete = person.Any(g => g.Weight is null || g.Level is null);
            var t = incomplete ? null : GoalAttainment.TScore(person.Select(g => new GasGoal(g.Weight!.Value, new GasLevel(g.Level!.Value))));
            return new Answer().Text("id", person.Key).Number("t", t).Because(incomplete ? "incomplete" : t is null ? "denominator=0" : null);
        }));
    }

    private static Answer Barthel(CsvTable table)
    {
        var id = new InputColumn(table, "id");
        string[] names = ["bowels", "bladder", "grooming", "toilet", "feeding", "transfer", "mobility", "dressing", "stairs", "bathing"];
        var items = Array.ConvertAll(names, name => new InputColumn(table, name));
        return new Answer().List("rows", table.Rows.Select(row =>
        {
            var score = BarthelScore.Of(BarthelVariant.Twenty, [.. items.Select((item, i) => item.Level(row, 0, BarthelScore.Highest((BarthelItem)i)))]);
            return new Answer()
                .Text("id", id.Text(row))
                .Count("total_0_20", score?.Points)
                .Count("total_0_100", score?.In(BarthelVariant.Hundred).Points)
                .Because(score is null ? "incomplete" : null);
        }));
    }

    private static Answer Copm(CsvTable table)
    {
        InputColumn id = new(table, "id"), p1 = new(table, "performance_1"), p2 = new(table, "performance_2"), s1 = new(table, "satisfaction_1"), s2 = new(table, "satisfaction_2");
        _ = new InputColumn(table, "goal");
        var goals = table.Rows.Select(row => (Id: id.Text(row), Goal: new CopmGoal(Rating(p1, row), Rating(s1, row), Rating(p2, row), Rating(s2, row))));
        return new Answer().List("rows", goals.GroupBy(g => g.Id, g => g.Goal, StringComparer.Ordinal).Select(person =>
        {
            var scores = CopmScores.Of(person);
            var answer = new Answer()
                .Text("id", person.Key)
                .Count("n_pairs", scores.PerformanceGoals)
                .Number("performance_1", scores.Performance.Before)
                .Number("performance_2", scores.Performance.After)
                .Number("performance_change", scores.Performance.After - scores.Performance.Before)
                .Number("satisfaction_1", scores.Satisfaction.Before)
                .Number("satisfaction_2", scores.Satisfaction.After)
                .Number("satisfaction_change", scores.Satisfaction.After - scores.Satisfaction.Before);
            return (scores.SatisfactionGoals == scores.PerformanceGoals ? answer : answer.Count("n_pairs_satisfaction", scores.SatisfactionGoals))
                .Because(scores.PerformanceGoals == 0 || scores.SatisfactionGoals == 0 ? "n=0" : null);
        }));
    }

    private static CopmRating? Rating(InputColumn column, CsvRow row) => column.Level(row, CopmRating.Min, CopmRating.Max) is { } points ? new CopmRating(points) : null;
}

using System.CommandLine;
using Mestring.Core.Projections;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse project</c>: users, hours and posts ahead.</summary>
internal static class ProjectMethod
{
    private static readonly (string Name, double P)[] Quantiles =
        [("q025", 0.025), ("q10", 0.1), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q90", 0.9), ("q975", 0.975)];

    public static Command Create(Func<Stream> input)
    {
        var baseline = new Option<string>("--baseline") { Description = "A CSV file with municipality, ageband, users_YYYY and hours_per_user_year.", Required = true };
        var scenario = new ScenarioOptions();
        var fteHours = Method.Number("--fte-hours", "Hours of a full-time equivalent in a year (1750).", least: double.Epsilon);
        var directShare = Method.Number("--direct-share", "The share of them spent with users (0.62).", least: double.Epsilon);
        var draws = Method.Number("--draws", "Draws of a fan around the line; none without it.", least: 1);
        var seed = Method.Number("--seed", "Seed of the fan (1).");
        var mu = Method.Number("--mu", "Drift of the fan a year, on the logarithm (0).");
        var sigma = Method.Number("--sigma", "Spread of the fan after one year, on the logarithm (0).", least: 0);
        return Method.Of(
            input,
            "project",
            "Users, hours and full-time equivalents ahead. Columns: municipality, year, ageband, population.",
            "project population.csv --baseline baseline.csv --scenario trend --annual-change 0.01,0.01,0 --json",
            (parsed, table) =>
            {
                using var file = Method.Open(parsed.GetRequiredValue(baseline), input);
                var figures = ProjectionInput.Read(table, ReadBaseline(file, parsed.GetRequiredValue(baseline)));
                var working = new WorkingYear(parsed.GetValue(fteHours) ?? 1750, parsed.GetValue(directShare) ?? 0.62);
                if (working.DirectShare > 1)
                {
                    throw new UsageException("--direct-share is a fraction of at most 1.");
                }

                var years = figures.Population.Select(p => p.Year - figures.Baseline.Year).DefaultIfEmpty(0).Max();
                var fan = parsed.GetValue(draws) is { } count
                    ? new Fan(Whole(count, "--draws"), Whole(parsed.GetValue(seed) ?? 1, "--seed"), parsed.GetValue(mu) ?? 0, parsed.GetValue(sigma) ?? 0, Math.Max(0, years))
                    : null;
                return Run(figures, scenario.Read(parsed, figures.Baseline), working, fan);
            },
            [baseline, .. scenario.All, fteHours, directShare, draws, seed, mu, sigma]);
    }

    private static CsvTable ReadBaseline(Stream file, string name)
    {
        try
        {
            return CsvTable.Read(file);
        }
        catch (TableException refusal)
        {
            throw new TableException($"{name}: {refusal.Message}", refusal);
        }
    }

    private static int Whole(double value, string option) => value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
        ? (int)value
        : throw new UsageException($"{option} wants a whole number.");

    private static Answer Run(ProjectionInput input, Scenario scenario, WorkingYear working, Fan? fan) => new Answer().List("rows", input.Population.Select(row =>
    {
        var projected = ProjectedYear.Of(input.Baseline, scenario, working, row.Municipality, row.Year, row.People);
        var users = new Answer();
        for (var band = 0; band < projected.Users.Count; band++)
        {
            users.Number(input.Baseline.Bands[band], projected.Users[band]);
        }

        var answer = new Answer()
            .Text("municipality", row.Municipality)
            .Count("year", row.Year)
            .Part("users", users)
            .Number("users_total", projected.TotalUsers)
            .Number("hours", projected.Hours)
            .Number("fte", projected.Fte);
        if (fan is not null)
        {
            var elapsed = row.Year - input.Baseline.Year;
            answer.Number("mean", fan.Mean(elapsed) * projected.TotalUsers);
            foreach (var (name, p) in Quantiles)
            {
                answer.Number(name, fan.Quantile(elapsed, p) * projected.TotalUsers);
            }
        }

        return answer;
    }));
}

using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Comparison;

/// <summary>Made-up courses with COPM, SPPB, hours and an answer at the start and after ten weeks, the numbers drawn with a seed.</summary>
internal sealed record Courses(string Municipality, IReadOnlyList<double> Copm, IReadOnlyList<double> Sppb, IReadOnlyList<double> Hours)
{
    /// <summary>Adds courses that began in the spring of 2026 and are measured twice.</summary>
    /// <returns>What was put in, as changes: the reference that the pages are held against.</returns>
    public static async Task<Courses> Add(App app, string network, string municipality, int count, int seed)
    {
#pragma warning disable CA5394 // made-up numbers, not secrets
        var random = new Random(seed);
        var code = MunicipalityCode.Parse(municipality, null);
        List<double> copm = [], sppb = [], hours = [];
        await app.Database(async db =>
        {
            for (var i = 0; i < count; i++)
            {
                var id = Guid.CreateVersion7(App.Start.AddMinutes((seed * 1000) + i));
                var started = new DateOnly(2026, 3, 2).AddDays(i);
                var file = CaseFile.Start(db, [], Case(network, code, id, started, i));
                int[] first = [random.Next(1, 5), random.Next(1, 5)], second = [random.Next(3, 11), random.Next(3, 11)];
                int[] balance = [random.Next(0, 4), random.Next(1, 5)];
                double[] granted = [random.Next(4, 20) / 2.0, random.Next(0, 16) / 2.0];
                foreach (var (point, at, day) in new[] { (MeasurementPoint.Start, 0, started), (MeasurementPoint.Weeks10, 1, started.AddDays(70)) })
                {
                    var ratings = at == 0 ? first : second;
                    Set(MeasurementItems.Status, nameof(MeasurementStatus.Done));
                    Set(MeasurementItems.Asked, "goals sppb service hours");
                    Set(MeasurementItems.On, day.ToString("O", CultureInfo.InvariantCulture));
                    Set(MeasurementItems.Sppb("balance"), Text(balance[at]));
                    Set(MeasurementItems.Sppb("gait"), "2");
                    Set(MeasurementItems.Sppb("chair"), "1");
                    Set(MeasurementItems.Satisfaction, at == 0 ? null : Text(random.Next(3, 6)));
                    for (var goal = 1; goal <= ratings.Length; goal++)
                    {
                        file.Set($"goal{goal}.text", "HEMMELIG");
                        Set(MeasurementItems.Performance(goal), Text(ratings[goal - 1]));
                        Set(MeasurementItems.GoalSatisfaction(goal), Text(ratings[goal - 1]));
                    }

                    file.Set($"grant.{at}.service", "1");
                    file.Set($"grant.{at}.amount", Text(granted[at]));
                    file.Set($"grant.{at}.from", day.ToString("O", CultureInfo.InvariantCulture));
                    file.Set($"grant.{at}.to", at == 0 ? started.AddDays(69).ToString("O", CultureInfo.InvariantCulture) : null);

                    void Set(string item, string? value) => file.Set(CaseFields.Path(point, item), value);
                }

                file.Complete(App.Start, "Test");
                copm.Add(second.Average() - first.Average());
                sppb.Add(balance[1] - balance[0]);
                hours.Add(granted[1] - granted[0]);
            }

            await db.SaveChangesAsync();
        });
#pragma warning restore CA5394
        return new(municipality, copm, sppb, hours);
    }

    private static CaseRow Case(string network, MunicipalityCode code, Guid id, DateOnly started, int number) => new()
    {
        Municipality = code,
        Id = id,
        Network = network,
        Pseudonym = $"HEMMELIG-{code}-{number}",
        BirthYear = 1940 + number,
        StartedOn = started,
        EndedOn = started.AddDays(70),
        EndReason = EndReason.NoService,
        GoalInstrument = GoalInstrument.Copm,
        CreatedAt = App.Start,
    };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Mean and half width of its interval, by the book: t from a printed table.</summary>
    public static (double Mean, double Half) Reference(IReadOnlyList<double> changes)
    {
        var mean = changes.Sum() / changes.Count;
        var sd = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Count - 1));
        var t = (changes.Count - 1) switch { 9 => 2.262, 10 => 2.228, 13 => 2.160, 15 => 2.131, 17 => 2.110, 19 => 2.093, 77 => 1.991, var df => throw new ArgumentOutOfRangeException(nameof(changes), df, "Not in the table.") };
        return (mean, t * sd / Math.Sqrt(changes.Count));
    }
}

using Mestring.Core;
using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Comparison;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Comparison;

/// <summary>Results made of courses in the memory, and what their document says.</summary>
internal static class Made
{
    public static readonly DateOnly Today = new(2027, 3, 1);

    public static readonly IReadOnlyDictionary<MunicipalityCode, string> Names = new (string Code, string Name)[]
    {
        ("9901", "Eksempelvik"), ("9902", "Prøvedal"), ("9903", "Dømevik"), ("9904", "Ålnes"), ("9905", "Småvik"),
    }.ToDictionary(n => MunicipalityCode.Parse(n.Code, null), n => n.Name);

    /// <summary>A course that began in the spring of 2026, ended after ten weeks, and is measured at the start and, unless told otherwise, after ten weeks.</summary>
    public static CaseOutcome Course(string municipality, int number, GoalInstrument instrument = GoalInstrument.Copm, bool measured = true)
    {
        var started = new DateOnly(2026, 3, 2).AddDays(number * 5 % 150);
        return new CaseOutcome
        {
            Id = new Guid(number, 0, 0, [.. municipality.Select(c => (byte)c), 0, 0, 0, 0]),
            Municipality = MunicipalityCode.Parse(municipality, null),
            Instrument = instrument,
            BirthYear = 1930 + (number % 30),
            Sex = number % 3 == 0 ? Sex.Man : Sex.Woman,
            NewUser = false,
            StartedOn = started,
            EndedOn = started.AddDays(69),
            EndReason = EndReason.WithService,
            SettingAt91Days = Setting.HomeWithService,
            Goals = [new GoalPlan(1, GoalDomain.Mobility)],
            Steps = [new HoursStep(started.AddDays(-100), 8 + (number % 3)), new HoursStep(started.AddDays(70), 4 + (number % 4))],
            Points =
            [
                Point(MeasurementPoint.Start, started, 3 + (number % 2), 8 + (number % 3)),
                .. measured ? [Point(MeasurementPoint.Weeks10, started.AddDays(70), 5 + (number % 4), 4 + (number % 4))] : Array.Empty<MeasuredPoint>(),
            ],
        };
    }

    public static MeasuredPoint Point(MeasurementPoint point, DateOnly on, int rating, double hours) => new(
        point, MeasurementStatus.Done, on, new SppbParts(new SppbPart(rating % 5), new SppbPart(2), new SppbPart(1)), new Satisfaction(1 + (rating % 5)),
        [new GoalRating(1, (byte)rating, (byte)rating)], hours)
    {
        Tug = 20 - rating,
        Barthel = 50 + (5 * rating),
        HealthLine = 40 + rating,
        Who5 = 4 * rating,
    };

    /// <summary>So many courses in each municipality, in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<CaseOutcome> Courses(params int[] counts) =>
        [.. Names.Keys.Zip(counts).SelectMany(m => Enumerable.Range(0, m.Second).Select(i => Course($"{m.First}", i)))];

    public static Results Results(IReadOnlyList<CaseOutcome> courses, string? own = "9901", DateOnly? today = null) => new(
        Seeded.Programme(Seeded.Reablement).Schedule(new DateOnly(2026, 1, 13), "rehab", new LocalizedText("Prøvenettverket", "Prøvenettverket", "The test network")),
        Names,
        own is null ? null : MunicipalityCode.Parse(own, null),
        courses,
        today ?? Today);

    public static Document Document(Results results, Language language = Language.Nb) =>
        ResultsDocument.Of(results, IndicatorYear.None, isReport: false, new Texts(language), new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The words of a chart on the page; null where it has no such chart.</summary>
    public static ChartText? Chart(this Document document, string id) =>
        document.Blocks.OfType<Figure>().Select(f => f.Chart.Text).SingleOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));

    public static Table Table(this Document document, string caption) =>
        document.Blocks.OfType<Table>().Single(t => string.Equals(t.Caption, caption, StringComparison.Ordinal));

    /// <summary>The cells of the row that begins with a name.</summary>
    public static string[] Row(this IReadOnlyList<TableRow> rows, string name) =>
        [.. rows.Single(r => string.Equals(r.Cells[0], name, StringComparison.Ordinal)).Cells.Skip(1)];

    public static string Words(this Document document) => string.Join('\n', document.Blocks.OfType<Paragraph>().Select(p => p.Text));
}

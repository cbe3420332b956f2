using Mestring.Core;
using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Comparison;

/// <summary>What the page shows of a point of measurement, and what it says about how much of it is there.</summary>
public sealed class PointsTests
{
    private static readonly MeasurementPoint[] FollowUps = [MeasurementPoint.Weeks10, MeasurementPoint.Months6, MeasurementPoint.Months12];

    [Theory]
    [InlineData("9901", Language.Nb)]
    [InlineData("9901", Language.Nn)]
    [InlineData("9901", Language.En)]
    [InlineData(null, Language.Nb)]
    public void Every_figure_and_table_about_a_point_says_how_many_should_have_been_measured_are_measured_and_are_not_yet_due(string? own, Language language)
    {
        var document = Made.Document(Made.Results([.. Made.Courses(14, 16, 18, 20, 12), .. Enumerable.Range(0, 8).Select(i => Made.Course("9901", 100 + i, measured: false))], own), language);

        var t = new Texts(language);
        var looked = 0;
        foreach (var (name, words, columns, source) in document.Blocks.Select(Parts).Where(p => p.Source is not "-"))
        {
            if (columns.Any(c => string.Equals(c, t["comparison.registration.not-yet"], StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var point in FollowUps.Select(p => t[$"comparison.point.{p}"]).Where(p => words.Any(w => w.Contains(p, StringComparison.Ordinal))))
            {
                looked++;
                Assert.True(
                    source?.Contains(string.Format(t.Culture, Maturity(language), point), StringComparison.Ordinal) is true,
                    $"«{name}» is about what was measured {point}, but says: {source}");
            }
        }

        Assert.InRange(looked, own is null ? 10 : 20, 200);
        Assert.Contains(own is null ? "" : "22", document.Chart("hours")!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_municipality_that_rates_with_PSFS_reads_about_PSFS_and_sees_its_own_domains()
    {
        var document = Made.Document(Made.Results([.. Enumerable.Range(0, 14).Select(i => Made.Course("9901", i, GoalInstrument.Psfs)), .. Made.Courses(0, 16, 18, 20, 12)]));

        Assert.Contains("PSFS er i snitt", document.Blocks.OfType<Paragraph>().First().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("COPM", document.Blocks.OfType<Paragraph>().First().Text, StringComparison.Ordinal);
        Assert.Equal("14", document.Blocks.OfType<Figure>().Select(f => f.Chart.Text).Single(c => c.Id.StartsWith("domains", StringComparison.Ordinal)).Rows.Row("Mobilitet")[0]);
    }

    [Fact]
    public void A_municipality_with_both_instruments_sees_the_domains_of_both()
    {
        var document = Made.Document(Made.Results([.. Enumerable.Range(0, 14).Select(i => Made.Course("9901", i, GoalInstrument.Psfs)), .. Made.Courses(15, 16, 18, 20, 12)]));

        Assert.Equal(["15", "14"], document.Blocks.OfType<Figure>().Select(f => f.Chart.Text).Where(c => c.Id.StartsWith("domains", StringComparison.Ordinal)).Select(c => c.Rows[0].Cells[1]));
        Assert.All(new[] { "COPM utførelse er", "PSFS er" }, s => Assert.Contains(s, document.Blocks.OfType<Paragraph>().First().Text, StringComparison.Ordinal));
    }

    /// <summary>Of the network 80 are measured and 60 are not: 57 %. Of the viewer's own all 14 are.</summary>
    [Fact]
    public void What_is_too_incomplete_in_the_network_is_shown_nowhere_and_ones_own_stands()
    {
        CaseOutcome[] courses = [.. Made.Courses(14, 16, 18, 20, 12), .. new[] { "9902", "9903", "9904", "9905" }.SelectMany(m => Enumerable.Range(0, 15).Select(i => Made.Course(m, 100 + i, measured: false)))];
        var (own, leader) = (Made.Document(Made.Results(courses)), Made.Document(Made.Results(courses, own: null)));

        Assert.NotEqual("..", own.Chart("hours")!.Rows.Row("etter 10 uker")[4]);
        Assert.Equal(["..", ".."], own.Table("Vedtakstimer i nettverket").Rows.Row("etter 10 uker")[3..5]);
        foreach (var document in new[] { own, leader })
        {
            foreach (var chart in document.Blocks.OfType<Figure>().Select(f => f.Chart).OfType<ComparisonChart>().Where(c => c.Text.Id.StartsWith("municipalities", StringComparison.Ordinal)))
            {
                Assert.Null(chart.Whole);
                Assert.Equal(["..", ".."], chart.Text.Rows.Row("Nettverket")[1..3]);
                Assert.Contains("60 %", chart.Text.Reading, StringComparison.Ordinal);
            }
        }

        Assert.Equal(["..", ".."], leader.Chart("hours")!.Rows.Row("etter 10 uker")[3..5]);
        Assert.All(new[] { "goals-share", "hours-spread", "satisfaction", "change-months" }, id => Assert.Null(leader.Chart(id)));
    }

    /// <summary>14 of the viewer's 24 are measured: 58 %.</summary>
    [Fact]
    public void What_is_too_incomplete_in_the_municipality_is_shown_nowhere_also_not_its_hours()
    {
        var document = Made.Document(Made.Results([.. Made.Courses(14, 16, 18, 20, 12), .. Enumerable.Range(0, 10).Select(i => Made.Course("9901", 100 + i, measured: false))]));

        Assert.Equal(["14", "..", ".."], Made.Row(document.Chart("hours")!.Rows, "etter 10 uker") is var hours ? [hours[0], hours[3], hours[4]] : []);
        Assert.Contains("14 av 24 målt", document.Chart("hours")!.Reading, StringComparison.Ordinal);
        Assert.All(new[] { "goals-share", "hours-spread", "satisfaction", "domains", "change-months" }, id => Assert.Null(document.Chart(id)));
    }

    private static string Maturity(Language language) => language switch
    {
        Language.Nb => "skulle vært målt {0}",
        Language.Nn => "skulle ha vore målte {0}",
        _ => "should have been measured {0}",
    };

    private static (string Name, string[] Words, string[] Columns, string? Source) Parts(Block block) => block switch
    {
        Figure { Chart.Text: var x } => (x.Title, [x.Title, x.Unit, .. x.Columns.Select(c => c.Text), .. x.Rows.Select(r => r.Cells[0])], [.. x.Columns.Select(c => c.Text)], x.Source),
        Table x => (x.Caption, [x.Caption, .. x.Columns.Select(c => c.Text), .. x.Rows.Select(r => r.Cells[0])], [.. x.Columns.Select(c => c.Text)], x.Footnote),
        _ => ("", [], [], "-"),
    };
}

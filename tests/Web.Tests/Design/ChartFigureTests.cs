using AngleSharp.Dom;
using Mestring.Core.Charts;
using Mestring.Tests.Samples;
using Mestring.Web.Design.Charts;

namespace Mestring.Web.Tests.Design;

public sealed class ChartFigureTests
{
    public static TheoryData<string> EveryChart() => [.. SampleCharts.All.Select(c => c.Text.Id)];

    [Theory]
    [MemberData(nameof(EveryChart))]
    public async Task A_chart_comes_with_a_sentence_two_drawings_and_the_same_numbers_as_a_table(string id)
    {
        var chart = SampleCharts.All.Single(c => string.Equals(c.Text.Id, id, StringComparison.Ordinal));
        var figure = (await Drawn.Body<ChartFigure>(Language.Nn, ("Chart", chart))).QuerySelector("figure.chart")!;
        Assert.Equal(chart.Text.Reading, figure.QuerySelector(".reading")!.TextContent);
        Assert.Equal(["wide", "narrow"], figure.QuerySelectorAll("svg[role=img]").Select(s => s.GetAttribute("data-width")!), StringComparer.Ordinal);
        Assert.All(figure.QuerySelectorAll("svg"), svg => Assert.Equal(chart.Text.Title, svg.QuerySelector("title")!.TextContent));
        Assert.Equal("Vis tala", figure.QuerySelector("summary")!.FirstChild!.TextContent);
        Assert.Equal(chart.Text.Title, figure.QuerySelector("table caption")!.TextContent);
        Assert.Empty(figure.QuerySelectorAll("[style]"));
        Drawn.IdsAreSound(figure);
    }

    [Fact]
    public async Task Letters_that_mean_something_to_the_browser_are_written_as_letters()
    {
        var text = SampleCharts.Squares().Text with { Title = "<b>Plasser</b>" };
        var body = await Drawn.Body<ChartFigure>(Language.Nb, ("Chart", SampleCharts.Squares() with { Text = text, MinimumText = "minst <script>6" }));
        Assert.Empty(body.QuerySelectorAll("script, b"));
    }

    [Fact]
    public async Task Numbers_in_the_drawing_are_read_by_machines_in_every_language()
    {
        var body = await Drawn.Body<ChartFigure>(Language.Nb, ("Chart", SampleCharts.Change()));
        var places = body.QuerySelectorAll("svg *").SelectMany(e => new[] { "d", "x", "y", "cx", "cy", "width", "height" }.Select(e.GetAttribute)).OfType<string>().ToList();
        Assert.True(places.Count > 50, $"{places.Count} places");
        Assert.All(places, p => Assert.DoesNotContain(",", p, StringComparison.Ordinal));
    }
}

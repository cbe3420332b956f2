using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Charts;
using Mestring.Tests.Samples;

namespace Mestring.Core.Tests.Charts;

public sealed class ChartTests
{
    public static TheoryData<string, double> EveryChart()
    {
        var data = new TheoryData<string, double>();
        foreach (var chart in SampleCharts.All)
        {
            data.Add(chart.Text.Id, Chart.Narrow);
            data.Add(chart.Text.Id, Chart.Wide);
            data.Add(chart.Text.Id, 700);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryChart))]
    public void Labels_never_meet(string id, double width) => AssertApart(Drawn(id, width));

    [Theory]
    [MemberData(nameof(EveryChart))]
    public void Everything_stays_inside_the_picture(string id, double width)
    {
        var picture = Drawn(id, width);
        Assert.All(picture.Shapes, shape =>
        {
            var box = Box.Of(shape);
            Assert.InRange(box.Left, -0.5, width);
            Assert.InRange(box.Right, 0, width + 0.5);
            Assert.InRange(box.Top, -0.5, picture.Height);
            Assert.InRange(box.Bottom, 0, picture.Height + 0.5);
        });
    }

    [Fact]
    public void Parts_of_a_bar_fill_it_whatever_the_counts() => Prop.ForAll<byte, byte, byte>((a, b, c) =>
    {
        var row = new StackedRow("Rad", [new(a, "en", "1", Ink.BarOwn), new(b, "to", "2", Ink.BarHatched), new(c, "tre", "3", Ink.BarLight)]);
        var picture = new StackedChart(SampleCharts.Maturity().Text, [row]).Draw(Chart.Narrow);
        AssertApart(picture);
        var bars = picture.Shapes.OfType<RectShape>().ToList();
        return bars.Count == new[] { a, b, c }.Count(n => n > 0)
            && bars.Zip(bars.Skip(1)).All(p => Math.Abs(p.First.X + p.First.Width - p.Second.X) < 1e-6)
            && (bars.Count == 0 || Math.Abs(bars[^1].X + bars[^1].Width - (Chart.Narrow - 1)) < 1e-6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_missing_month_breaks_the_line_and_is_not_drawn_as_zero()
    {
        var chart = SampleCharts.Months();
        var picture = chart.Draw(Chart.Wide);
        Assert.Equal(2, picture.Shapes.OfType<PolyShape>().Count(s => s.Ink is Ink.LineOwn));
        Assert.Equal(chart.Points.Count(p => p.Value is not null), picture.Shapes.OfType<CircleShape>().Count());
    }

    [Fact]
    public void A_suppressed_municipality_has_a_colon_and_no_mark()
    {
        var picture = SampleCharts.Counts().Draw(Chart.Wide);
        Assert.Equal(["Prøvedal: 9", "Kladdeby: 21"], picture.Shapes.OfType<RectShape>().Select(r => r.Title!), StringComparer.Ordinal);
        Assert.Contains(picture.Shapes.OfType<TextShape>(), t => t.Text is ":");
        Assert.Contains(picture.Shapes.OfType<TextShape>(), t => t.Text is "0");
    }

    [Fact]
    public void Bars_begin_at_zero_and_keep_their_proportions()
    {
        var bars = SampleCharts.Counts().Draw(Chart.Narrow).Shapes.OfType<RectShape>().ToList();
        Assert.Equal(21.0 / 9, bars[1].Width / bars[0].Width, 6);
    }

    [Fact]
    public void Ones_own_municipality_is_a_diamond_and_the_others_are_circles()
    {
        var picture = SampleCharts.Comparison().Draw(Chart.Wide);
        Assert.StartsWith("Dømevik", Assert.Single(picture.Shapes.OfType<PolyShape>()).Title, StringComparison.Ordinal);
        Assert.All(picture.Shapes.OfType<CircleShape>(), c => Assert.Equal(Ink.Mark, c.Ink));
    }

    private static Picture Drawn(string id, double width) => SampleCharts.All.Single(c => string.Equals(c.Text.Id, id, StringComparison.Ordinal)).Draw(width);

    private static void AssertApart(Picture picture)
    {
        var texts = picture.Shapes.OfType<TextShape>().Where(t => t.Text.Length > 0).Select(t => (t.Text, Box: Box.Of(t))).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                Assert.False(texts[i].Box.Meets(texts[j].Box), $"'{texts[i].Text}' meets '{texts[j].Text}'");
            }
        }
    }
}

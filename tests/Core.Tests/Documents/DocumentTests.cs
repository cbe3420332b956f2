using Mestring.Core.Documents;
using Mestring.Tests.Samples;

namespace Mestring.Core.Tests.Documents;

public sealed class DocumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_heading_has_one_of_three_levels(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Heading(level, "Tal"));

    [Fact]
    public void A_table_with_a_cell_too_few_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Table("Tal", [new("Kommune"), new("Verdi", IsNumber: true)], [new(["Testnes"])]));

    [Fact]
    public void The_alternative_text_of_a_figure_says_what_it_looks_like_and_what_it_says()
    {
        var chart = SampleCharts.Squares();
        Assert.Equal($"{chart.Text.Description} {chart.Text.Reading}", new Figure(chart).AlternativeText);
    }
}

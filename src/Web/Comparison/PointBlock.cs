using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>
/// A block of a section about points of measurement. Words are taken as they are; a figure or table comes in only with the points it is
/// about, and says below itself how mature they are, so that no section can forget to.
/// </summary>
internal readonly record struct PointBlock
{
    private PointBlock(Block block) => Block = block;

    public Block Block { get; }

    public static implicit operator PointBlock(Paragraph words) => new(words);

    /// <summary>A chart of what the viewer may see.</summary>
    public static PointBlock Figure(Results results, Texts t, Chart chart, params IEnumerable<MeasurementPoint> points) =>
        new(new Figure(chart with { Text = chart.Text with { Source = Below(results.Maturity(points, isNetwork: results.Own is null, t), chart.Text.Source) } }));

    /// <summary>A chart of the network.</summary>
    public static PointBlock NetworkFigure(Results results, Texts t, Chart chart, params IEnumerable<MeasurementPoint> points) =>
        new(new Figure(chart with { Text = chart.Text with { Source = Below(results.Maturity(points, isNetwork: true, t), chart.Text.Source) } }));

    /// <summary>A table of the network.</summary>
    public static PointBlock NetworkTable(Results results, Texts t, Table table, params IEnumerable<MeasurementPoint> points) =>
        new(new Table(table.Caption, table.Columns, table.Rows, Below(results.Maturity(points, isNetwork: true, t), table.Footnote)));

    /// <summary>A table of one's own beside the network: it says how mature each is. For the leader, who has none of her own, the network's alone.</summary>
    public static PointBlock TableBeside(Results results, Texts t, Table table, params IReadOnlyList<MeasurementPoint> points) => results.Own is null
        ? NetworkTable(results, t, table, points)
        : new(new Table(
            table.Caption, table.Columns, table.Rows,
            Below($"{t["comparison.own"]}: {results.Maturity(points, isNetwork: false, t)} {t["comparison.network"]}: {results.Maturity(points, isNetwork: true, t)}", table.Footnote)));

    private static string Below(string maturity, string? source) => string.IsNullOrEmpty(source) ? maturity : $"{maturity} {source}";
}

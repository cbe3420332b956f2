using Mestring.Core.Measures;
using Mestring.Formats.Tables;
using Mestring.Web.Imports;

namespace Mestring.Web.Tests.Imports;

public sealed class CellReadingTests
{
    [Theory]
    [InlineData("grant1.amount", CellKind.Duration, "135000", "37.5")]
    [InlineData("grant1.amount", CellKind.Time, "07:30:00", "7.5")]
    [InlineData("grant1.amount", CellKind.Text, "37:30", "37.5")]
    [InlineData("start.sppb.walk1", CellKind.Duration, "6.205", "6.21")]
    [InlineData("start.sppb.walk1", CellKind.Text, "6,205", "6.21")]
    [InlineData("start.sppb.walk1", CellKind.Text, "6.205", "6.21")]
    [InlineData("start.sppb.walk1", CellKind.Number, "6.205", "6.21")]
    [InlineData("start.tug", CellKind.Text, "0:00:12", "12")]
    [InlineData("input.direct", CellKind.Duration, "2700", "45")]
    [InlineData("input.direct", CellKind.Text, "1.000", "1000")]
    [InlineData("birth-year", CellKind.Text, "12.03.1935", "1935")]
    [InlineData("started-on", CellKind.Text, "2026-10-31T23:00:00Z", "2026-11-01")]
    [InlineData("grant1.to", CellKind.Text, "31.12.9999", null)]
    public void What_is_certain_is_read_in_the_unit_of_the_field(string target, CellKind kind, string text, string? value)
    {
        var read = Read(target, kind, text);
        Assert.Equal((null, value), (read.Problem, read.Text));
    }

    [Theory]
    [InlineData("start.sppb.walk1", CellKind.Duration, "0", FindingKind.ZeroSeconds)]
    [InlineData("start.sppb.walk1", CellKind.Text, "0,004", FindingKind.OutOfRange)]
    [InlineData("start.sppb.walk1", CellKind.Time, "00:04:00", FindingKind.TimeCell)]
    [InlineData("start.tug", CellKind.Text, "0:12", FindingKind.TimeCell)]
    [InlineData("start.eq-vas", CellKind.Percent, "75", FindingKind.PercentCell)]
    [InlineData("start.eq-vas", CellKind.Text, "75 %", FindingKind.PercentCell)]
    [InlineData("grant1.amount", CellKind.Percent, "100", FindingKind.PercentCell)]
    [InlineData("grant1.amount", CellKind.Date, "1900-01-01T13:30:00", FindingKind.TimeCell)]
    [InlineData("grant1.amount", CellKind.Text, "49\t42", FindingKind.NotANumber)]
    [InlineData("grant1.amount", CellKind.Text, "20 t/mnd", FindingKind.NotANumber)]
    [InlineData("grant1.service", CellKind.Text, "1.5", FindingKind.UnknownWord)]
    [InlineData("grant1.service", CellKind.Text, "12", FindingKind.RetiredService)]
    [InlineData("started-on", CellKind.Text, "01.01.9999", FindingKind.NotADate)]
    [InlineData("birth-year", CellKind.Text, "12.03.35", FindingKind.NotANumber)]
    public void What_is_not_is_refused_with_its_cause(string target, CellKind kind, string text, FindingKind problem)
    {
        var read = Read(target, kind, text);
        Assert.Equal((problem, null), (read.Problem, read.Text));
    }

    [Theory]
    [InlineData("start.tug", "12,5 s", "12,5")]
    [InlineData("start.tug", "2 min", null)]
    [InlineData("grant1.amount", "20 t/mnd", null)]
    [InlineData("grant1.amount", "20 timer", "20")]
    [InlineData("start.tug", "16.feb", null)]
    public void Only_a_number_in_the_unit_of_the_field_is_proposed(string target, string text, string? proposal) => Assert.Equal(proposal, Read(target, CellKind.Text, text).Proposal);

    [Fact]
    public void Coded_numbers_follow_a_key_wholly_or_are_asked_about()
    {
        var sex = Target.Find("sex")!.Field;
        Assert.Equal("Man", CellValue.Read(new TableCell(CellKind.Text, "1"), sex, Shown("1", "2")).Text);
        Assert.Equal(FindingKind.UnknownWord, CellValue.Read(new TableCell(CellKind.Text, "1"), sex, Shown("0", "1")).Problem);
    }

    [Fact]
    public void A_column_settles_what_one_of_its_cells_leaves_open()
    {
        var (day, hours) = (Target.Find("started-on")!.Field, Target.Find("grant1.amount")!.Field);
        Assert.Equal("2026-03-04", CellValue.Read(new TableCell(CellKind.Text, "3/4/2026"), day, Shown("3/4/2026", "3/14/2026")).Text);
        Assert.Equal("2026-04-03", CellValue.Read(new TableCell(CellKind.Text, "3/4/2026"), day, Shown("3/4/2026", "14/3/2026")).Text);
        Assert.Equal(FindingKind.DateOrder, CellValue.Read(new TableCell(CellKind.Text, "3/4/2026"), day, Shown("3/4/2026", "5/6/2026")).Problem);
        Assert.Equal(FindingKind.NotADate, CellValue.Read(new TableCell(CellKind.Text, "3/4/2026"), day, Shown("3/14/2026", "14/3/2026")).Problem);
        Assert.Equal("1.2", CellValue.Read(new TableCell(CellKind.Text, "1.200"), hours, Shown("1.200", "12.5")).Text);
        Assert.Equal(FindingKind.OutOfRange, CellValue.Read(new TableCell(CellKind.Text, "1.200"), hours, Shown("1.200", "1.234,5")).Problem);
    }

    private static CellValue Read(string target, CellKind kind, string text) => CellValue.Read(new TableCell(kind, text), Target.Find(target)!.Field, ColumnReading.Plain);

    private static ColumnReading Shown(params string[] cells)
    {
        var look = new ColumnLook();
        Array.ForEach(cells, cell => look.Add(new TableCell(CellKind.Text, cell)));
        return ColumnReading.Plain with { Facts = look.Facts() };
    }
}

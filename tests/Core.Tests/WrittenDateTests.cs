using System.Globalization;

namespace Mestring.Core.Tests;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("5.2.2024", "2024-02-05")]
    [InlineData("05.02.2024", "2024-02-05")]
    [InlineData("5. 2. 2024", "2024-02-05")]
    [InlineData("5.2.24", "2024-02-05")]
    [InlineData("5/2-2024", "2024-02-05")]
    [InlineData("5/2 24", "2024-02-05")]
    [InlineData("15/01/2024", "2024-01-15")]
    [InlineData("15-01-2024", "2024-01-15")]
    [InlineData("2/2/2024", "2024-02-02")]
    [InlineData("2024-01-15", "2024-01-15")]
    [InlineData("2024.01.15", "2024-01-15")]
    [InlineData("2024/1/5", "2024-01-05")]
    [InlineData("15012024", "2024-01-15")]
    [InlineData("20240115", "2024-01-15")]
    [InlineData("20121201", "2012-12-01")]
    [InlineData("15. januar 2024", "2024-01-15")]
    [InlineData("15 jan 2024", "2024-01-15")]
    [InlineData("15-des-24", "2024-12-15")]
    [InlineData("1. mai 2024", "2024-05-01")]
    [InlineData("15. Oktober 2024", "2024-10-15")]
    [InlineData("January 15, 2024", "2024-01-15")]
    [InlineData("15.01.2024 14:30", "2024-01-15")]
    [InlineData("15.01.2024 kl. 14.30", "2024-01-15")]
    [InlineData("2024-01-15T23:59:59.6", "2024-01-15")]
    [InlineData("2026-10-31T23:00:00Z", "2026-11-01")]
    [InlineData("2026-11-01T00:00:00+01:00", "2026-11-01")]
    [InlineData("2026-10-31T19:00:00-04:00", "2026-11-01")]
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02")]
    [InlineData("2026-07-01T21:30:00+0000", "2026-07-01")]
    public void A_day_is_read_as_people_and_programs_write_it(string text, string day)
    {
        Assert.True(WrittenDate.TryRead(text, out var date));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), date.By(null));
    }

    [Theory]
    [InlineData("31.02.2024")]
    [InlineData("29.02.2025")]
    [InlineData("0.1.2024")]
    [InlineData("2024-13-13")]
    [InlineData("2024")]
    [InlineData("februar 2024")]
    [InlineData("1.2")]
    [InlineData("1.2.3")]
    [InlineData("1.2.99")]
    [InlineData("12.12.1212")]
    [InlineData("01.01.9999")]
    [InlineData("31.12.9999")]
    [InlineData("15.01.2024 25:00")]
    [InlineData("2024-01-15T10:00:00+15:00")]
    [InlineData("15. smarch 2024")]
    [InlineData("1.2/2024")]
    [InlineData("45292")]
    [InlineData("")]
    public void What_no_calendar_has_is_not_read(string text) => Assert.False(WrittenDate.TryRead(text, out _));

    [Fact]
    public void Strokes_do_not_tell_which_of_day_and_month_comes_first()
    {
        Assert.True(WrittenDate.TryRead("3/4/2024", out var date));
        Assert.Equal(DateOrder.Either, date.Order);
        Assert.Null(date.By(null));
        Assert.Equal(new DateOnly(2024, 4, 3), date.By(DateOrder.DayFirst));
        Assert.Equal(new DateOnly(2024, 3, 4), date.By(DateOrder.MonthFirst));
    }

    [Fact]
    public void A_month_that_cannot_be_one_settles_the_column()
    {
        Assert.True(WrittenDate.TryRead("01/15/2024", out var date));
        Assert.Equal(DateOrder.MonthFirst, date.Order);
        Assert.Null(date.By(null));
        Assert.Equal(new DateOnly(2024, 1, 15), date.By(DateOrder.MonthFirst));
        Assert.True(WrittenDate.TryRead("3.4.2024", out var dotted));
        Assert.Equal(new DateOnly(2024, 4, 3), dotted.By(null));
        Assert.Equal(new DateOnly(2024, 3, 4), dotted.By(DateOrder.MonthFirst));
        Assert.True(WrittenDate.TryRead("15/01/2024", out var other));
        Assert.Null(other.By(DateOrder.MonthFirst));
    }

    [Fact]
    public void The_last_day_of_all_says_that_there_is_no_end()
    {
        Assert.True(WrittenDate.IsNoEnd("31.12.9999"));
        Assert.True(WrittenDate.IsNoEnd("9999-12-31T00:00:00"));
        Assert.False(WrittenDate.IsNoEnd("31.12.2099"));
    }
}

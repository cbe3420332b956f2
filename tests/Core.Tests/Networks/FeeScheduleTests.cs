using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Networks;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Networks;

public sealed class FeeScheduleTests
{
    /// <summary>The top of the 2017 table as it was printed: 75 000 and 100 000 stand in two rows, nothing stands above 150 000.</summary>
    private static readonly FeeSchedule Printed = Table((0, 50_000, 76_000), (50_001, 75_000, 84_000), (75_000, 100_000, 90_000), (100_000, 150_000, 96_000));

    [Fact]
    public void A_table_that_says_the_same_number_twice_or_stops_short_says_where() =>
        Assert.Equal(
            [
                new FeeFault(FeeFaultKind.Overlap, 3, 75_000, 75_000),
                new FeeFault(FeeFaultKind.Overlap, 4, 100_000, 100_000),
                new FeeFault(FeeFaultKind.NothingAbove, 4, 150_001, null),
            ],
            Printed.Faults());

    [Fact]
    public void A_gap_says_which_numbers_stand_in_no_row() =>
        Assert.Equal(
            [new FeeFault(FeeFaultKind.Gap, 1, 0, 9), new FeeFault(FeeFaultKind.Gap, 2, 101, 149)],
            Table((10, 100, 1), (150, null, 2)).Faults());

    [Fact]
    public void A_row_turned_around_and_an_amount_below_zero_are_faults() =>
        Assert.Equal(
            [new FeeFault(FeeFaultKind.Negative, 1, 0, 10), new FeeFault(FeeFaultKind.Backwards, 2, 30, 20), new FeeFault(FeeFaultKind.Gap, 3, 11, 30)],
            Table((0, 10, -1), (30, 20, 2), (31, null, 3)).Faults());

    [Fact]
    public void A_row_that_swallows_the_next_is_an_overlap() =>
        Assert.Equal([new FeeFault(FeeFaultKind.Overlap, 2, 5, 8)], Table((0, null, 1), (5, 8, 2)).Faults());

    [Fact]
    public void A_table_without_rows_is_a_fault() => Assert.Equal(FeeFaultKind.Empty, Assert.Single(Table().Faults()).Kind);

    [Fact]
    public void A_table_with_a_fault_gives_no_fee_there()
    {
        Assert.Throws<InvalidOperationException>(() => Printed.For(75_000));
        Assert.Throws<InvalidOperationException>(() => Printed.For(150_001));
        Assert.Equal(84_000, Printed.For(74_999).Amount);
    }

    [Theory]
    [InlineData(75_000, 84_000)]
    [InlineData(75_001, 90_000)]
    [InlineData(100_000, 90_000)]
    [InlineData(100_001, 96_000)]
    public void The_lower_row_wins_where_two_rows_share_a_number(int inhabitants, int amount) =>
        Assert.Equal(amount, Printed.WithLowerRowWinning().For(inhabitants).Amount);

    [Fact]
    public void A_row_without_an_amount_is_by_agreement_and_the_leader_enters_it()
    {
        var quote = Table((0, 100, 5), (101, null, null)).For(101);
        var fee = Fee.Freeze(Table((0, 100, 5), (101, null, null)), People(101));

        Assert.True(quote.ByAgreement);
        Assert.Null(fee.Amount);
        Assert.Equal(1234, fee.Agree(1234).Amount);
        Assert.Throws<InvalidOperationException>(() => Fee.Freeze(Table((0, null, 5)), People(1)).Agree(6));
    }

    [Fact]
    public void A_flat_fee_needs_no_population_and_keeps_its_condition()
    {
        var condition = new LocalizedText("om", "om", "if");
        var flat = new FeeSchedule { Kind = FeeKind.Flat, FlatAmount = 50_000, Approximate = true, Condition = condition };
        var fee = Fee.Freeze(flat, null);

        Assert.Equal((50_000m, true, VatStatus.NotStated, condition), (fee.Amount, fee.Approximate, fee.Vat, fee.Condition));
        Assert.Empty(flat.Faults());
    }

    [Fact]
    public void A_frozen_fee_keeps_what_it_rests_on_through_json()
    {
        var fee = Fee.Freeze(Printed with { Vat = VatStatus.Excluded }, People(7_842));

        Assert.Equal(fee, ProgrammeJson.ReadFee(ProgrammeJson.Write(fee)));
        Assert.Equal((7_842, new DateOnly(2027, 1, 1), "SSB 07459"), (fee.Inhabitants, fee.PopulationDate, fee.PopulationSource));
    }

    [Fact]
    public void A_sound_table_has_exactly_one_row_for_every_number_of_inhabitants()
    {
        var tables = Gen.Choose(1, 5_000).NonEmptyListOf().Select(widths => FromWidths([.. widths]));
        var law = Prop.ForAll(tables.ToArbitrary(), Gen.Choose(0, 60_000).ToArbitrary(), (table, inhabitants) =>
            table.Faults().Count is 0 && table.Bands.Count(band => band.Holds(inhabitants)) is 1 && table.For(inhabitants).Band!.Holds(inhabitants));

        law.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_bound_moved_by_any_amount_is_told_as_an_overlap_or_a_gap_of_that_size()
    {
        var law = Prop.ForAll(Gen.Choose(-400, 400).Where(by => by is not 0).ToArbitrary(), by =>
        {
            var fault = Table((0, 500, 1), (501 + by, 1000, 2), (1001, null, 3)).Faults().Single();
            return fault.Kind == (by < 0 ? FeeFaultKind.Overlap : FeeFaultKind.Gap) && fault.To - fault.From + 1 == Math.Abs(by);
        });

        law.QuickCheckThrowOnFailure();
    }

    private static FeeSchedule FromWidths(int[] widths)
    {
        var ends = widths.Aggregate(new List<int>(), (sofar, width) => [.. sofar, sofar.LastOrDefault(-1) + width]);
        return Table([.. ends.Select((end, i) => (i is 0 ? 0 : ends[i - 1] + 1, (int?)end, (decimal?)i)), (ends[^1] + 1, null, null)]);
    }

    private static FeeSchedule Table(params (int From, int? To, decimal? Amount)[] rows) =>
        new() { Kind = FeeKind.Bands, Bands = [.. rows.Select(row => new FeeBand(row.From, row.To, row.Amount))] };

    private static Population People(int count) =>
        new(MunicipalityCode.Parse("0301", CultureInfo.InvariantCulture), new DateOnly(2027, 1, 1), count, "SSB 07459");
}

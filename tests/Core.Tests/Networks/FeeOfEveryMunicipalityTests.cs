using System.Globalization;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Networks;

public sealed class FeeOfEveryMunicipalityTests
{
    /// <summary>The table printed in 2017, upper bounds and kroner; a boundary belongs to the row it ends.</summary>
    private static readonly (int To, int Amount)[] Table =
    [
        (2_000, 14_100), (3_000, 16_100), (5_000, 17_100), (8_000, 27_200), (10_000, 32_200), (12_000, 39_500), (15_000, 40_500), (20_000, 43_500),
        (25_000, 49_500), (30_000, 53_500), (40_000, 66_000), (50_000, 76_000), (75_000, 84_000), (100_000, 90_000), (150_000, 96_000),
    ];

    private static readonly FeeSchedule Fee = ProgrammeFiles.Read("hverdagsrehabilitering").Fee;

    [Fact]
    public void The_shipped_table_has_no_fault_and_says_how_it_reads_the_old_one()
    {
        Assert.Empty(Fee.Faults());
        Assert.Equal(VatStatus.Excluded, Fee.Vat);
        Assert.Contains("75 000", Fee.Reading!.Nb, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 14_100)]
    [InlineData(2_000, 14_100)]
    [InlineData(2_001, 16_100)]
    [InlineData(7_842, 27_200)]
    [InlineData(75_000, 84_000)]
    [InlineData(75_001, 90_000)]
    [InlineData(100_000, 90_000)]
    [InlineData(150_000, 96_000)]
    public void A_boundary_pays_the_lower_row(int inhabitants, int amount) => Assert.Equal(amount, Fee.For(inhabitants).Amount);

    [Fact]
    public void Above_150_000_the_fee_is_by_agreement()
    {
        var quote = Fee.For(150_001);

        Assert.True(quote.ByAgreement);
        Assert.Null(quote.Amount);
    }

    [Fact]
    public void The_fee_never_falls_when_a_municipality_grows()
    {
        var amounts = Enumerable.Range(0, 150_001).Select(inhabitants => Fee.For(inhabitants).Amount!.Value).ToList();

        Assert.Equal(amounts.Order(), amounts);
    }

    [SkippableFact]
    public void Every_municipality_of_2026_has_one_fee_and_it_is_the_one_printed()
    {
        var populations = Populations();

        Assert.Equal(357, populations.Count);
        Assert.All(populations, inhabitants =>
        {
            var expected = Table.Where(row => inhabitants <= row.To).Select(row => (decimal?)row.Amount).FirstOrDefault();
            Assert.Equal(expected, Fee.For(inhabitants).Amount);
        });
    }

    [SkippableFact]
    public void The_municipalities_of_2026_stand_in_these_rows()
    {
        var counts = Populations().GroupBy(inhabitants => Fee.For(inhabitants).Band!.From).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count()}");

        Approved.Matches(string.Join('\n', counts) + "\n");
    }

    private static List<int> Populations()
    {
        var lines = File.ReadAllLines(SharedData.Path("municipalities/municipalities_2026.csv"));
        var column = lines[0].Split(',').ToList().IndexOf("folketall_2026");

        // Only the last column is quoted, and it stands after the ones read here.
        return [.. lines.Skip(1).Select(line => int.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
    }
}

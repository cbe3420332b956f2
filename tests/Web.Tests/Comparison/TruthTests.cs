using Mestring.Core;
using Mestring.Core.Statistics;
using Mestring.Web.Comparison;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Comparison;

/// <summary>What stands where there is no number, and who may be named.</summary>
public sealed class TruthTests
{
    private static readonly Texts Norwegian = new(Language.Nb);

    [Fact]
    public void A_municipality_is_named_only_outside_wide_limits_and_what_can_be_chance_is_said_to_be()
    {
        (string, Interval?, Interval?)[] rows = [("Eksempelvik", new Interval(1, 2), new Interval(0.5, 2.5)), ("Prøvedal", new Interval(2.2, 3), new Interval(1.9, 3.3)), ("Dømevik", new Interval(4, 5), new Interval(3.5, 5.5))];

        var said = MunicipalitiesSection.Apart(rows, 2.0, Norwegian);

        Assert.Contains("Dømevik skiller seg ut", said, StringComparison.Ordinal);
        Assert.Contains("Ett av intervallene dekker ikke snittet", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Prøvedal", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Eksempelvik", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_that_only_rounding_puts_outside_singles_nobody_out() =>
        Assert.Equal(Norwegian["comparison.municipalities.none-apart"], MunicipalitiesSection.Apart([("Eksempelvik", new Interval(2.04, 3), new Interval(1.9, 3.2))], 2.04, Norwegian));

    [Fact]
    public void Where_everybody_has_the_same_value_it_is_said()
    {
        Assert.Equal("alle er like", Norwegian.Limits(new Interval(-168, -168), 0));
        Assert.Equal("2,2–3,2", Norwegian.Limits(new Interval(2.2, 3.2), 1));
    }

    [Fact]
    public void How_many_were_referred_is_not_zero_where_nobody_has_told()
    {
        var rows = Made.Document(Made.Results(Made.Courses(14, 16, 18, 20, 12))).Chart("participation")!.Rows;

        Assert.Equal(["..", ".."], rows.Row("Ikke i målgruppen"));
    }

    [Fact]
    public void A_network_with_nothing_in_it_says_nothing_yet_and_hides_nothing()
    {
        var results = Made.Results([], own: null);

        Assert.Equal("..", Norwegian.Count(results.Started));
        Assert.All(results.Measured(Core.Measures.MeasurementPoint.Weeks10), count => Assert.Equal("..", Norwegian.Count(count)));
        Assert.All(results.Referred, count => Assert.Equal("..", Norwegian.Count(count)));
        Assert.Equal("To prikker (..): ingenting er registrert ennå.", Norwegian.Hidden([results.Started.Reason]));
    }
}

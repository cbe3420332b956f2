using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class EfficiencyFrontierTests
{
    /// <summary>Twelve hospitals (doctors, nurses; outpatients, inpatients): Cooper, Seiford and Tone, Introduction to DEA, 2006, table 1.5.</summary>
    private static readonly double[][] Staff =
        [[20, 151], [19, 131], [25, 160], [27, 168], [22, 158], [55, 255], [33, 235], [31, 206], [30, 244], [50, 268], [53, 306], [38, 284]];

    private static readonly double[][] Patients =
        [[100, 90], [150, 50], [160, 55], [180, 72], [94, 66], [230, 90], [220, 88], [152, 80], [190, 100], [250, 100], [260, 147], [250, 120]];

    /// <summary>R 4.2.2, lpSolve 5.6.18.</summary>
    [Fact]
    public void Twelve_hospitals_match_a_general_linear_programme()
    {
        var scores = EfficiencyFrontier.Of(Staff, Patients);

        Assert.Equal(
            [1, 1, 0.882708, 1, 0.763499, 0.834771, 0.901961, 0.796334, 0.960392, 0.870647, 0.955098, 0.958204],
            scores.Select(s => Math.Round(s.Ccr, 6)));
        Assert.Equal(
            [1, 1, 0.895833, 1, 0.881818, 0.938936, 1, 0.798833, 0.989333, 1, 1, 1],
            scores.Select(s => Math.Round(s.Bcc, 6)));
        Assert.Equal([ReturnsToScale.Constant, ReturnsToScale.Increasing, ReturnsToScale.Decreasing], new[] { 0, 4, 5 }.Select(i => scores[i].Returns));
        Assert.Equal([0, 1, 3], Enumerable.Range(0, 12).Where(i => scores[i].Efficient));
    }

    /// <summary>By hand: unit C makes the same as A with the same first input but more of the second.</summary>
    [Fact]
    public void A_unit_on_the_edge_with_slack_is_weakly_efficient()
    {
        var scores = EfficiencyFrontier.Of([[2, 4], [4, 2], [2, 6]], [[1], [1], [1]]);

        Assert.Equal([1, 1, 1], scores.Select(s => Math.Round(s.Ccr, 9)));
        Assert.Equal((true, false, true), (scores[0].Efficient, scores[2].Efficient, scores[2].WeaklyEfficient));
    }

    [Fact]
    public void Identical_units_score_alike_and_nothing_made_scores_nothing()
    {
        var scores = EfficiencyFrontier.Of([[2, 4], [2, 4], [3, 0], [2, 2]], [[1, 0], [1, 0], [2, 1], [0, 0]]);

        Assert.Equal(scores[0], scores[1]);
        Assert.Equal((0, 0), (scores[3].Ccr, scores[3].Scale));
        Assert.All(scores, s => Assert.InRange(s.Bcc, 1e-6, 1));
        Assert.Throws<ArgumentException>(() => EfficiencyFrontier.Of([[0], [1]], [[1], [1]]));
    }

    [Fact]
    public void Scores_are_shares_and_do_not_depend_on_the_unit_of_a_column() => Prop
        .ForAll(AnyUnits, units =>
        {
            var one = EfficiencyFrontier.Of(units.Select(u => u[..2]).ToArray(), units.Select(u => u[2..]).ToArray());
            var other = EfficiencyFrontier.Of(units.Select(u => new[] { u[0] * 1000, u[1] }).ToArray(), units.Select(u => new[] { u[2], u[3] / 7 }).ToArray());
            return one.Zip(other).All(s => s.First.Ccr is > 0 and <= 1 && s.First.Bcc >= s.First.Ccr
                && Math.Abs(s.First.Ccr - s.Second.Ccr) < 1e-6 && Math.Abs(s.First.Bcc - s.Second.Bcc) < 1e-6);
        })
        .QuickCheckThrowOnFailure();

    private static Arbitrary<double[][]> AnyUnits => Gen.Choose(1, 40).Select(v => (double)v).ArrayOf(4).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary();
}

using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class DecompositionTests
{
    /// <summary>By hand: two factors share their joint change equally: Δa·(b+b₀)/2 and Δb·(a+a₀)/2.</summary>
    [Fact]
    public void Two_factors_share_their_joint_change()
    {
        var parts = Decomposition.Shapley([2, 10], [3, 14]);

        Assert.Equal((20, 42, 22), (parts.Reference, parts.Value, parts.Difference));
        Close.To(12, parts.Contributions[0]);
        Close.To(10, parts.Contributions[1]);
    }

    /// <summary>By hand: L(42, 20) = 22/ln 2.1; shares ln 1.5 and ln 1.4.</summary>
    [Fact]
    public void The_logarithmic_mean_shares_by_logarithms_of_the_ratios()
    {
        var parts = Decomposition.LogMean([2, 10], [3, 14]);

        Close.To(22 / Math.Log(2.1) * Math.Log(1.5), parts.Contributions[0]);
        Close.To(22 / Math.Log(2.1) * Math.Log(1.4), parts.Contributions[1]);
    }

    [Fact]
    public void A_product_of_zero_owes_its_difference_to_the_factors_that_are_zero()
    {
        Assert.Equal([0, -20, 0], Decomposition.LogMean([2, 5, 2], [3, 0, 4]).Contributions);
        Assert.Equal([-10, -10, 0], Decomposition.LogMean([2, 5, 2], [0, 0, 4]).Contributions);
        Assert.Equal([0, 36, 0], Decomposition.LogMean([2, 0, 2], [3, 3, 4]).Contributions);
        Assert.Equal([0, 0], Decomposition.LogMean([0, 3], [4, 0]).Contributions);
        Assert.Equal(-20, Decomposition.Shapley([2, 5, 2], [3, 0, 4]).Contributions.Sum(), 1e-12);
    }

    [Fact]
    public void An_unchanged_product_has_no_contributions_and_a_tiny_change_keeps_its_digits()
    {
        Assert.Equal([0, 0], Decomposition.LogMean([2, 5], [2, 5]).Contributions);
        Close.To(1e-9 * 5, Decomposition.LogMean([2, 5], [2 + 1e-9, 5]).Contributions[0], 1e-6);
    }

    [Fact]
    public void Contributions_add_up_for_any_number_of_factors() => Prop
        .ForAll(AnyFactors, f =>
        {
            var (shapley, lmdi) = (Decomposition.Shapley(f.Reference, f.Unit), Decomposition.LogMean(f.Reference, f.Unit));
            // Both products may be 0 while the contributions are not: they are what the rounding is relative to.
            var within = 1e-9 * Math.Max(1, shapley.Contributions.Max(Math.Abs));
            return Math.Abs(shapley.Contributions.Sum() - shapley.Difference) <= within && Math.Abs(lmdi.Contributions.Sum() - lmdi.Difference) <= within;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void From_unit_to_reference_is_the_same_with_the_sign_turned() => Prop
        .ForAll(AnyFactors, f => Decomposition.Shapley(f.Reference, f.Unit).Contributions
            .Zip(Decomposition.Shapley(f.Unit, f.Reference).Contributions)
            .All(c => Math.Abs(c.First + c.Second) <= 1e-9 * Math.Max(1, Math.Abs(c.First))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Categories_are_summed()
    {
        var total = Decomposition.Total([Decomposition.Shapley([2, 10], [3, 14]), Decomposition.Shapley([1, 1], [1, 2])]);

        Assert.Equal((21, 44), (total.Reference, total.Value));
        Close.To(12, total.Contributions[0]);
        Close.To(11, total.Contributions[1]);
    }

    private static Arbitrary<(double[] Reference, double[] Unit)> AnyFactors => (
        from n in Gen.Choose(1, 8)
        from reference in Gen.Choose(0, 50).ArrayOf(n)
        from unit in Gen.Choose(0, 50).ArrayOf(n)
        select (reference.Select(v => v / 10.0).ToArray(), unit.Select(v => v / 10.0).ToArray())).ToArbitrary();
}

using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Disclosure;

namespace Mestring.Core.Tests.Disclosure;

public sealed class DisclosureRuleTests
{
    [Fact]
    public void Enough_persons_in_enough_municipalities_are_shown()
    {
        var release = Release([12, 30, 9, 20]);

        Assert.True(release.Whole.IsShown);
        Assert.Equal(71, release.Whole.Value);
        Assert.All(release.Municipalities.Values, m => Assert.True(m.IsShown));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fewer_than_three_others_show_nothing(int municipalities)
    {
        var release = Release([.. Enumerable.Repeat(50, municipalities)]);

        Assert.Equal(Suppression.FewMunicipalities, release.Whole.Reason);
        Assert.All(release.Municipalities.Values, m => Assert.Equal(Suppression.FewMunicipalities, m.Reason));
    }

    [Fact]
    public void Four_persons_are_hidden_and_so_are_those_who_would_give_them_away()
    {
        // The total is 104. Were only the four hidden, anybody could subtract; were two hidden, the one of them that looks could.
        var release = Release([4, 30, 40, 10, 20]);

        Assert.Equal(Suppression.FewPersons, release.Municipalities[0].Reason);
        Assert.Equal(Suppression.ProtectsAnother, release.Municipalities[3].Reason);
        Assert.Equal(Suppression.ProtectsAnother, release.Municipalities[4].Reason);
        Assert.Equal(30, release.Municipalities[1].Value);
        Assert.Equal(40, release.Municipalities[2].Value);
        Assert.Equal(104, release.Whole.Value);
    }

    [Fact]
    public void A_total_that_is_nearly_one_municipality_is_hidden()
    {
        var release = Release([200, 1, 1, 1]);

        Assert.False(release.Whole.IsShown);
        Assert.All(release.Municipalities.Values, m => Assert.False(m.IsShown));
    }

    [Fact]
    public void Municipalities_without_persons_are_no_cover()
    {
        var release = Release([50, 50, 50, 0, 0, 0]);

        Assert.Equal(3, release.Contributors);
        Assert.False(release.Whole.IsShown);
    }

    [Fact]
    public void A_mean_takes_ten_persons()
    {
        var release = Release([9, 30, 40, 10, 20], DisclosureRule.FewestForMean);

        Assert.False(release.Municipalities[0].IsShown);
        Assert.True(release.Municipalities[1].IsShown);
        Assert.True(release.Whole.IsShown);
    }

    [Fact]
    public void A_small_part_takes_another_with_it_into_hiding()
    {
        var parts = DisclosureRule.Parts([[20, 1, 5], [20, 1, 6], [20, 1, 7], [20, 0, 8]]);

        Assert.Equal(80, parts[0].Value);
        Assert.Equal(Suppression.FewPersons, parts[1].Reason);
        Assert.Equal(Suppression.ProtectsAnother, parts[2].Reason);
    }

    [Fact]
    public void A_part_that_is_nobody_is_a_real_zero() => Assert.Equal([60, 0, 20], DisclosureRule.Parts([[15, 0, 5], [15, 0, 5], [15, 0, 5], [15, 0, 5]]).Select(p => p.Value));

    [Fact]
    public void A_share_is_hidden_when_those_without_are_few()
    {
        var values = DisclosureRule.Each([new LoneValue<double>(95.8, [46, 2]), new LoneValue<double>(50, [24, 24]), new(100, [48, 0]), new(60, [30, 20])]);

        Assert.Equal([false, true, true, true], values.Select(v => v.IsShown));
    }

    [Fact]
    public void What_nobody_decided_on_is_suppressed()
    {
        Assert.False(default(Released<int>).IsShown);
        Assert.Equal(Suppression.FewPersons, default(Released<int>).Reason);
    }

    [Fact]
    public void No_member_can_work_out_a_small_group_from_a_release() => Check.QuickThrowOnFailure(Prop.ForAll(Persons.ToArbitrary(), persons =>
    {
        var release = Release(persons);
        var known = new List<double[]>();
        for (var i = 0; i < persons.Length; i++)
        {
            if (persons[i] == 0 || release.Municipalities[i].IsShown)
            {
                known.Add(Unit(persons.Length, i));
            }
        }

        if (release.Whole.IsShown)
        {
            known.Add([.. Enumerable.Repeat(1.0, persons.Length)]);
        }

        // The viewer is one of the members, or (-1) somebody from outside such as the network leader.
        return Enumerable.Range(-1, persons.Length + 1).All(viewer =>
        {
            List<double[]> equations = viewer < 0 ? known : [.. known, Unit(persons.Length, viewer)];
            return Groups(persons.Length).All(group =>
            {
                var others = group.Where(i => i != viewer).Sum(i => persons[i]);
                return others is 0 or >= DisclosureRule.FewestPersons || !CanSolve(equations, [.. Enumerable.Range(0, persons.Length).Select(i => group.Contains(i) && i != viewer ? 1.0 : 0)]);
            });
        });
    }));

    /// <summary>Of the first one's 100 hours one person has 51: it is hidden, and two more so that nobody can subtract. At 50 it is shown.</summary>
    [Fact]
    public void What_is_mostly_one_persons_is_hidden()
    {
        var release = Amounts([[51, 9, 8, 8, 8, 8, 8], [.. Enumerable.Repeat(10.0, 12)], [.. Enumerable.Repeat(10.0, 14)], [.. Enumerable.Repeat(10.0, 16)]]);

        Assert.Equal([Suppression.OnePerson, Suppression.ProtectsAnother, Suppression.ProtectsAnother, null], release.Municipalities.OrderBy(m => m.Key).Select(m => m.Value.Reason));
        Assert.True(release.Whole.IsShown);
        Assert.All(Amounts([[50, 10, 8, 8, 8, 8, 8], [.. Enumerable.Repeat(10.0, 12)], [.. Enumerable.Repeat(10.0, 14)], [.. Enumerable.Repeat(10.0, 16)]]).Municipalities.Values, m => Assert.True(m.IsShown));
    }

    /// <summary>Of 390 hours one person has 150; without the second municipality, which can take away its own, that is 150 of 270.</summary>
    [Fact]
    public void A_whole_that_is_mostly_one_persons_to_a_member_is_hidden()
    {
        var release = Amounts([[150, .. Enumerable.Repeat(10.0, 4)], [.. Enumerable.Repeat(10.0, 12)], [.. Enumerable.Repeat(8.0, 5)], [.. Enumerable.Repeat(8.0, 5)]]);

        Assert.Equal(Suppression.OnePerson, release.Whole.Reason);
        Assert.All(release.Municipalities.Values, m => Assert.False(m.IsShown));
    }

    [Fact]
    public void No_member_can_work_out_an_amount_that_is_mostly_one_persons() => Check.QuickThrowOnFailure(Prop.ForAll(Hours.ToArbitrary(), hours =>
    {
        var release = Amounts(hours);
        List<double[]> known = [.. Enumerable.Range(0, hours.Length).Where(i => hours[i].Length == 0 || release.Municipalities[i].IsShown).Select(i => Unit(hours.Length, i))];
        if (release.Whole.IsShown)
        {
            known.Add([.. Enumerable.Repeat(1.0, hours.Length)]);
        }

        return Enumerable.Range(-1, hours.Length + 1).All(viewer =>
        {
            List<double[]> equations = viewer < 0 ? known : [.. known, Unit(hours.Length, viewer)];
            return Groups(hours.Length).All(group =>
            {
                double[] others = [.. group.Where(i => i != viewer).SelectMany(i => hours[i]).Select(Math.Abs)];
                return others.Length == 0 || others.Max() <= others.Sum() / 2 || !CanSolve(equations, [.. Enumerable.Range(0, hours.Length).Select(i => group.Contains(i) && i != viewer ? 1.0 : 0)]);
            });
        });
    }));

    [Fact]
    public void No_member_can_work_out_a_small_part() => Check.QuickThrowOnFailure(Prop.ForAll(Rows.ToArbitrary(), rows =>
    {
        var parts = DisclosureRule.Parts(rows);
        var width = rows[0].Length;
        var known = Enumerable.Range(0, width).Where(i => parts[i].IsShown).Select(i => Unit(width, i)).ToList();
        // How many persons there are in all stands elsewhere on the page.
        known.Add([.. Enumerable.Repeat(1.0, width)]);
        return Enumerable.Range(-1, rows.Length + 1).All(viewer => Groups(width).All(group =>
        {
            var others = group.Sum(part => rows.Where((_, i) => i != viewer).Sum(r => r[part]));
            var everybody = group.Count == width;
            return others is 0 or >= DisclosureRule.FewestPersons || everybody || parts.All(p => !p.IsShown)
                || !CanSolve(known, [.. Enumerable.Range(0, width).Select(i => group.Contains(i) ? 1.0 : 0)]);
        }));
    }));

    private static readonly Gen<int[]> Persons = Gen.Choose(1, 7).SelectMany(n => Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(0, 40)), n));

    /// <summary>Hours of each person in each municipality: mostly small, now and then one that is most of it all.</summary>
    private static readonly Gen<double[][]> Hours = Gen.Choose(4, 6).SelectMany(n => Gen.ArrayOf(
        Gen.Choose(0, 14).SelectMany(persons => Gen.ArrayOf(Gen.Frequency((12, Gen.Choose(-8, 8)), (1, Gen.Choose(40, 90))).Select(h => (double)h), persons)), n));

    private static NetworkRelease<int, double> Amounts(double[][] hours) => DisclosureRule.Release(
        [.. hours.Select((h, i) => new Contribution<int, double>(i, h.Length, h.Sum(), h.Sum(Math.Abs), h.Length == 0 ? 0 : h.Max(Math.Abs)))], hours.Sum(h => h.Sum()));

    private static readonly Gen<int[][]> Rows = Gen.Choose(1, 6).SelectMany(n => Gen.ArrayOf(Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 20)), 4), n));

    private static NetworkRelease<int, int> Release(int[] persons, int fewest = DisclosureRule.FewestPersons) =>
        DisclosureRule.Release([.. persons.Select((p, i) => new Contribution<int, int>(i, p, p))], persons.Sum(), fewest);

    private static double[] Unit(int width, int at) => [.. Enumerable.Range(0, width).Select(i => i == at ? 1.0 : 0)];

    private static IEnumerable<List<int>> Groups(int width) =>
        Enumerable.Range(1, (1 << width) - 1).Select(mask => Enumerable.Range(0, width).Where(i => (mask & (1 << i)) != 0).ToList());

    /// <summary>Whether the sum follows from the equations: whether adding it leaves their rank as it was.</summary>
    private static bool CanSolve(IReadOnlyList<double[]> equations, double[] sum) => Rank(equations) == Rank([.. equations, sum]);

    private static int Rank(IReadOnlyList<double[]> equations)
    {
        var rows = equations.Select(r => (double[])r.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, r => Math.Abs(r[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var below = rank + 1; below < rows.Count; below++)
            {
                var factor = rows[below][column] / rows[rank][column];
                for (var i = column; i < rows[below].Length; i++)
                {
                    rows[below][i] -= factor * rows[rank][i];
                }
            }

            rank++;
        }

        return rank;
    }
}

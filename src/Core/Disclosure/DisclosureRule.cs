namespace Mestring.Core.Disclosure;

/// <summary>
/// The rule on everything that leaves a municipality. The answer is the same for every viewer, so it is safe for the one who knows most:
/// a member that subtracts its own figures from what is shown.
/// </summary>
/// <remarks>
/// Documented in ADR 12. What can be worked out is the sum over those who are hidden, less the viewer; the rule demands that this is
/// nobody, or at least two municipalities with enough persons. It looks at one figure at one moment: it does not compare two figures with
/// each other, nor today with yesterday.
/// </remarks>
public static class DisclosureRule
{
    /// <summary>The fewest persons behind any figure that leaves.</summary>
    public const int FewestPersons = 5;

    /// <summary>The fewest persons behind a mean, a spread or an interval that leaves.</summary>
    public const int FewestForMean = 10;

    /// <summary>The fewest municipalities behind a figure, besides the one that looks.</summary>
    public const int FewestOthers = 3;

    /// <summary>The largest part of an amount that leaves, such as hours, that may be one person's.</summary>
    public const double LargestPart = 0.5;

    /// <summary>Decides on one figure of a network.</summary>
    /// <param name="contributions">One a municipality, in any order; those without persons take no part.</param>
    /// <param name="whole">The figure over all persons.</param>
    /// <param name="fewest">The fewest persons that may be seen together; at least <see cref="FewestPersons"/>.</param>
    /// <returns>Everything hidden when too few contribute; else each municipality with enough persons, of whom nobody stands for most of it, and the whole.</returns>
    /// <exception cref="ArgumentException">A municipality contributes twice, or with a negative number of persons.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fewest"/> is below <see cref="FewestPersons"/>.</exception>
    public static NetworkRelease<TFrom, T> Release<TFrom, T>(IReadOnlyList<Contribution<TFrom, T>> contributions, T whole, int fewest = FewestPersons)
        where TFrom : notnull
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(contributions);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, FewestPersons);
        if (contributions.Any(c => c.Persons < 0))
        {
            throw new ArgumentException("Nobody contributes with fewer than no persons.", nameof(contributions));
        }

        var there = contributions.Where(c => c.Persons > 0).ToList();
        var behind = there.Select(c => new Behind(c.Persons, c.Amount, c.Largest)).ToArray();
        var reasons = Reasons(behind, fewest);
        var shown = there.Select((c, i) => (c.From, Figure: reasons[i] is { } reason ? Released<T>.Hidden(reason) : Released<T>.Shown(c.Figure)))
            .ToDictionary(c => c.From, c => c.Figure);
        var total = there.Count == 0 ? Released<T>.Hidden(Suppression.Nobody)
            : there.Count <= FewestOthers ? Released<T>.Hidden(Suppression.FewMunicipalities)
            : LeavesEnough(behind, fewest) ? Released<T>.Shown(whole)
            : Released<T>.Hidden(there.Sum(c => c.Persons) - there.Max(c => c.Persons) < fewest ? Suppression.FewPersons : Suppression.OnePerson);
        return new(total, shown, there.Count);
    }

    /// <summary>Decides on the parts that a known number of persons in the network falls into, such as measured, missing and not yet due.</summary>
    /// <param name="counts">A row a municipality, with as many parts in each.</param>
    /// <returns>One a part, summed over the municipalities. A part of nobody is shown as 0.</returns>
    /// <exception cref="ArgumentException">A row has another number of parts than the first.</exception>
    public static IReadOnlyList<Released<int>> Parts(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            return [];
        }

        var width = counts[0].Count;
        if (counts.Any(c => c.Count != width))
        {
            throw new ArgumentException("Every municipality has the same parts.", nameof(counts));
        }

        var there = counts.Where(c => c.Sum() > 0).ToList();
        var totals = Enumerable.Range(0, width).Select(i => there.Sum(c => c[i])).ToArray();
        if (there.Count == 0)
        {
            return [.. totals.Select(_ => Released<int>.Hidden(Suppression.Nobody))];
        }

        if (there.Count <= FewestOthers || !LeavesEnough([.. there.Select(c => new Behind(c.Sum(), 0, 0))], FewestPersons))
        {
            return [.. totals.Select(_ => Released<int>.Hidden(there.Count <= FewestOthers ? Suppression.FewMunicipalities : Suppression.FewPersons))];
        }

        var reasons = totals.Select((t, i) => IsSafe(t) && there.TrueForAll(c => IsSafe(t - c[i])) ? (Suppression?)null : Suppression.FewPersons).ToArray();
        while (Hidden(reasons) is [_, ..] hidden && !(hidden.Count > 1 && IsSafe(hidden.Sum(i => totals[i])) && there.TrueForAll(c => IsSafe(hidden.Sum(i => totals[i] - c[i])))))
        {
            if (NextSmallest(totals, reasons) is not { } next)
            {
                break;
            }

            reasons[next] = Suppression.ProtectsAnother;
        }

        return [.. totals.Select((t, i) => reasons[i] is { } reason ? Released<int>.Hidden(reason) : Released<int>.Shown(t))];
    }

    /// <summary>Decides on values that stand beside each other and are never summed, such as one indicator of each municipality.</summary>
    /// <returns>One for each value, in the order given; all hidden when too few municipalities have one.</returns>
    public static IReadOnlyList<Released<T>> Each<T>(IReadOnlyList<LoneValue<T>> values)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count <= FewestOthers
            ? [.. values.Select(_ => Released<T>.Hidden(Suppression.FewMunicipalities))]
            : [.. values.Select(v => v.Groups.All(g => g is 0 or >= FewestPersons) ? Released<T>.Shown(v.Figure)
                : Released<T>.Hidden(v.Groups.Any(g => g is > 0 and < FewestPersons) ? Suppression.FewPersons : Suppression.UnknownPersons))];
    }

    /// <summary>Why each of the municipalities is hidden, or null.</summary>
    private static Suppression?[] Reasons(Behind[] all, int fewest)
    {
        if (all.Length <= FewestOthers)
        {
            return [.. all.Select(_ => (Suppression?)Suppression.FewMunicipalities)];
        }

        var reasons = all.Select(b => b.Persons < fewest ? Suppression.FewPersons : b.IsOnePersons ? Suppression.OnePerson : (Suppression?)null).ToArray();
        while (Hidden(reasons) is [_, ..] hidden && !IsMixed([.. hidden.Select(i => all[i])], fewest) && NextSmallest([.. all.Select(b => b.Persons)], reasons) is { } next)
        {
            reasons[next] = Suppression.ProtectsAnother;
        }

        return reasons;
    }

    /// <summary>Whether the hidden cannot be told apart, not even by one of them: without any one there are two or more left, with enough persons and nobody who stands for most of it.</summary>
    private static bool IsMixed(Behind[] hidden, int fewest) => hidden.Length > 2 && LeavesEnough(hidden, fewest);

    private static bool LeavesEnough(Behind[] all, int fewest)
    {
        for (var viewer = 0; viewer < all.Length; viewer++)
        {
            var others = default(Behind);
            for (var i = 0; i < all.Length; i++)
            {
                others = i == viewer ? others : new(others.Persons + all[i].Persons, others.Amount + all[i].Amount, Math.Max(others.Largest, all[i].Largest));
            }

            if (others.Persons < fewest || others.IsOnePersons)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSafe(int persons) => persons is 0 or >= FewestPersons;

    private static List<int> Hidden(Suppression?[] reasons) => [.. Enumerable.Range(0, reasons.Length).Where(i => reasons[i] is not null)];

    private static int? NextSmallest(int[] persons, Suppression?[] reasons) => Enumerable.Range(0, persons.Length)
        .Where(i => reasons[i] is null && persons[i] > 0).OrderBy(i => persons[i]).Select(i => (int?)i).FirstOrDefault();

    /// <summary>Who stands behind a figure: so many persons, and of an amount so much, and the largest person's part.</summary>
    private readonly record struct Behind(int Persons, double Amount, double Largest)
    {
        public bool IsOnePersons => Largest > Amount * LargestPart;
    }
}

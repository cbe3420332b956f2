namespace Mestring.Core.Measures;

/// <summary>
/// Decisions as a step function of time. Before the first decision nothing is known, and that is not zero; between and after
/// decisions nothing is granted, and that is. Whether the end was meant is another question: see <see cref="RanOut"/>.
/// </summary>
public static class GrantSteps
{
    /// <summary>Weeks in a month, when hours a month become hours a week.</summary>
    /// <remarks>The rule of the national register (IPLOS): monthly hours are divided by 4, not by 52/12.</remarks>
    public const double WeeksInMonth = 4;

    /// <summary>Decimals of a sum of hours, so that the same decisions in another order make no step.</summary>
    private const int Decimals = 6;

    /// <summary>Hours a week of an amount as it stands in the decision.</summary>
    public static double PerWeek(double amount, GrantUnit unit) => unit is GrantUnit.Month ? amount / WeeksInMonth : amount;

    /// <summary>Hours a week in force on a day in some services; null when no decision on them began on or before that day.</summary>
    /// <param name="grants">Decisions of one course, in any order; estimates are left out.</param>
    /// <param name="services">The codes that count.</param>
    /// <param name="day">The day.</param>
    public static double? HoursOn(IEnumerable<Grant> grants, IReadOnlyList<string> services, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(grants);
        double? sum = null;
        foreach (var grant in grants)
        {
            if (!grant.IsEstimate && grant.From <= day && services.Contains(grant.Service, StringComparer.Ordinal))
            {
                sum = (sum ?? 0) + (grant.Holds(day) ? grant.HoursPerWeek : 0);
            }
        }

        return sum is { } hours ? Math.Round(hours, Decimals) : null;
    }

    /// <summary>Estimated hours a week in some services that hold on a day; null when no estimate does.</summary>
    /// <param name="grants">Decisions of one course, in any order; only estimates count.</param>
    /// <param name="services">The codes that count.</param>
    /// <param name="day">The day.</param>
    public static double? EstimateOn(IEnumerable<Grant> grants, IReadOnlyList<string> services, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(grants);
        Grant[] held = [.. grants.Where(g => g.IsEstimate && g.Holds(day) && services.Contains(g.Service, StringComparer.Ordinal))];
        return held.Length == 0 ? null : Math.Round(held.Sum(g => g.HoursPerWeek), Decimals);
    }

    /// <summary>The services with a decision that began on or before a day, with the hours in force; empty when nothing is known.</summary>
    /// <returns>At most one a service, by code as text.</returns>
    public static IReadOnlyList<ServiceHours> On(IEnumerable<Grant> grants, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(grants);
        return
        [
            .. grants.Where(g => !g.IsEstimate && g.From <= day).GroupBy(g => g.Service, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ServiceHours(g.Key, Math.Round(g.Where(each => each.Holds(day)).Sum(each => each.HoursPerWeek), Decimals))),
        ];
    }

    /// <summary>The steps of some services together.</summary>
    /// <param name="grants">Decisions of one course, in any order; estimates are left out.</param>
    /// <param name="services">The codes that count.</param>
    /// <returns>Oldest first, each with other hours than the one before; empty when there is no decision.</returns>
    public static IReadOnlyList<HoursStep> Steps(IEnumerable<Grant> grants, IReadOnlyList<string> services)
    {
        ArgumentNullException.ThrowIfNull(grants);
        Grant[] counted = [.. grants.Where(g => !g.IsEstimate && services.Contains(g.Service, StringComparer.Ordinal))];
        if (counted.Length == 0)
        {
            return [];
        }

        var steps = new List<HoursStep>();
        foreach (var day in counted.Select(g => g.From).Concat(counted.Where(g => g.To is { } last && last < DateOnly.MaxValue).Select(g => g.To!.Value.AddDays(1))).Distinct().Order())
        {
            var hours = Math.Round(counted.Where(g => g.Holds(day)).Sum(g => g.HoursPerWeek), Decimals);
            if (steps.Count == 0 || steps[^1].HoursPerWeek != hours)
            {
                steps.Add(new HoursStep(day, hours));
            }
        }

        return steps;
    }

    /// <summary>
    /// The day from which nothing is granted only because the last decision ran out: the hours of some services fall to 0 with the last day
    /// of a decision, and no decision of 0 hours says that it is meant. Null when a decision goes on, or there is none.
    /// </summary>
    /// <param name="grants">Decisions of one course, in any order; estimates are left out.</param>
    /// <param name="services">The codes that count.</param>
    public static DateOnly? RanOut(IEnumerable<Grant> grants, IReadOnlyList<string> services)
    {
        ArgumentNullException.ThrowIfNull(grants);
        DateOnly? last = null;
        var hours = 0.0;
        foreach (var grant in grants)
        {
            if (grant.IsEstimate || grant.To < grant.From || !services.Contains(grant.Service, StringComparer.Ordinal))
            {
                continue;
            }

            if (grant.To is not { } to || to == DateOnly.MaxValue)
            {
                return null;
            }

            hours = last == to ? hours + grant.HoursPerWeek : last > to ? hours : grant.HoursPerWeek;
            last = last > to ? last : to;
        }

        return hours > 0 ? last?.AddDays(1) : null;
    }
}

namespace Mestring.Core.Statistics;

/// <summary>
/// Groups against their common value, with limits that widen as groups get smaller, so that a small group is not
/// judged by its noise. More spread than chance (<see cref="Phi"/> above 1) widens the limits by <see cref="Tau2"/>.
/// </summary>
/// <param name="Target">The common value; null without anybody.</param>
/// <param name="Phi">Mean squared standardised distance after winsorising; about 1 when chance explains the spread; null without groups.</param>
/// <param name="Tau2">Variance between groups on the scale of the limits; 0 when chance explains the spread or overdispersion is off.</param>
/// <param name="Groups">One a group given, in the same order.</param>
/// <remarks>Spiegelhalter, Stat Med 2005;24:1185–1202; Qual Saf Health Care 2005;14:347–351 (arcsine scale, random effects).</remarks>
public sealed record Funnel(double? Target, double? Phi, double Tau2, IReadOnlyList<FunnelGroup> Groups)
{
    /// <summary>z of the inner limits, 95 %.</summary>
    public const double Z95 = 1.959964;

    /// <summary>z of the outer limits, 99.8 %.</summary>
    public const double Z998 = 3.090232;

    private const double Winsor = 0.1;

    /// <summary>A funnel of shares on the arcsine square root scale.</summary>
    /// <param name="groups">Counts of each group; null for a group of nobody.</param>
    /// <param name="overdispersion">Whether more spread than chance widens the limits.</param>
    public static Funnel Shares(IReadOnlyCollection<Proportion?> groups, bool overdispersion = true)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var total = groups.Sum(g => g?.Total ?? 0);
        var target = total > 0 ? (double)groups.Sum(g => g?.Events ?? 0) / total : (double?)null;
        return Of([.. groups.Select(g => (g?.Value, g is { } p ? 0.5 / Math.Sqrt(p.Total) : (double?)null))], target, new Scale(Arcsine, Sine), overdispersion);
    }

    /// <summary>A funnel of means around their mean over all persons.</summary>
    /// <param name="groups">Number, mean and standard deviation of each group.</param>
    /// <param name="overdispersion">Whether more spread than chance widens the limits.</param>
    public static Funnel Means(IReadOnlyCollection<Moments> groups, bool overdispersion = true)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Sum weighted = default;
        var total = 0L;
        foreach (var group in groups)
        {
            weighted.Add(group.Count * (group.Mean ?? 0));
            total += group.Count;
        }

        return Of(
            [.. groups.Select(g => (g.Mean, g.Sd > 0 ? g.Sd / Math.Sqrt(g.Count) : null))],
            total > 0 ? weighted.Value / total : null,
            new Scale(x => x, x => x),
            overdispersion);
    }

    private static Funnel Of(List<(double? Value, double? Error)> groups, double? target, Scale scale, bool overdispersion)
    {
        if (target is not { } common)
        {
            return new Funnel(null, null, 0, [.. groups.Select(_ => default(FunnelGroup))]);
        }

        var centre = scale.To(common);
        var measured = groups.Where(g => g is { Value: not null, Error: not null }).Select(g => (Value: g.Value!.Value, Error: g.Error!.Value)).ToList();
        double[] z = [.. measured.Select(g => (scale.To(g.Value) - centre) / g.Error)];
        double? phi = z.Length == 0 ? null : MeanSquare(Winsorised(z));
        var tau2 = overdispersion && phi > 1 ? Between(phi.Value, [.. measured.Select(g => 1 / (g.Error * g.Error))]) : 0;
        return new Funnel(common, phi, tau2, [.. groups.Select(g => new FunnelGroup(g.Value, Limits(g.Error, Z95), Limits(g.Error, Z998)))]);

        Interval? Limits(double? error, double factor)
        {
            if (error is not { } s)
            {
                return null;
            }

            var half = factor * Math.Sqrt((s * s) + tau2);
            return new Interval(scale.Back(centre - half), scale.Back(centre + half));
        }
    }

    private static double[] Winsorised(double[] z)
    {
        var (low, high) = (Quantiles.Of(z, Winsor), Quantiles.Of(z, 1 - Winsor));
        return [.. z.Select(v => Math.Clamp(v, low!.Value, high!.Value))];
    }

    private static double MeanSquare(double[] z) => Sum.Of([.. z.Select(v => v * v)]) / z.Length;

    /// <remarks>DerSimonian and Laird, Control Clin Trials 1986;7:177–188, with I·φ for the heterogeneity.</remarks>
    private static double Between(double phi, double[] weights)
    {
        var total = Sum.Of(weights);
        var spread = total - (Sum.Of([.. weights.Select(w => w * w)]) / total);
        return spread > 0 ? Math.Max(0, ((weights.Length * phi) - (weights.Length - 1)) / spread) : 0;
    }

    private static double Arcsine(double share) => Math.Asin(Math.Sqrt(share));

    private static double Sine(double angle)
    {
        var sine = Math.Sin(Math.Clamp(angle, 0, Math.PI / 2));
        return sine * sine;
    }

    private sealed record Scale(Func<double, double> To, Func<double, double> Back);
}

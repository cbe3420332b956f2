namespace Mestring.Core.Statistics;

/// <summary>The common mean of several units, the variance between them and each unit's shrunken mean.</summary>
/// <remarks>
/// DerSimonian and Laird, Control Clin Trials 1986;7:177–188; Viechtbauer, J Educ Behav Stat 2005;30:261–293 (REML by Fisher
/// scoring); Higgins and Thompson, Stat Med 2002;21:1539–1558 (I²); Robinson, Stat Sci 1991;6:15–32 (shrunken means).
/// </remarks>
public sealed record RandomEffects
{
    /// <summary>Units pooled, at least 1.</summary>
    public required int Units { get; init; }

    /// <summary>The common mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard error of the common mean from the model's weights.</summary>
    public required double ModelError { get; init; }

    /// <summary>Standard error of the common mean from the spread of the units around it; null for one unit.</summary>
    /// <remarks>Knapp and Hartung, Stat Med 2003;22:2693–2710.</remarks>
    public double? KnappHartungError { get; init; }

    /// <summary>Variance between units; 0 for one unit.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Share of the spread that is between units, a fraction in [0, 1]; null for one unit.</summary>
    public double? I2 { get; init; }

    /// <summary>Cochran's heterogeneity, chi-square with units − 1 degrees of freedom when all units share one mean.</summary>
    public required double Q { get; init; }

    /// <summary>Probability of a larger <see cref="Q"/>, a fraction in [0, 1]; null for one unit.</summary>
    public double? QP => Units > 1 ? ChiSquare.UpperTail(Q, Units - 1) : null;

    /// <summary>Each unit's shrunken mean, in the order given.</summary>
    public required IReadOnlyList<ShrunkenMean> Shrunken { get; init; }

    /// <summary>Without variance between units every shrunken mean is the same, so there is no order among them.</summary>
    public bool NoRanking => Tau2 == 0;

    /// <summary>The common mean of <paramref name="units"/>; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A variance is not above 0.</exception>
    public static RandomEffects? Of(IReadOnlyList<UnitMean> units, BetweenVariance method = BetweenVariance.Reml)
    {
        ArgumentNullException.ThrowIfNull(units);
        foreach (var unit in units)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit.Variance, nameof(units));
        }

        if (units.Count == 0)
        {
            return null;
        }

        var single = Weighted.Of(units, 0);
        var tau2 = units.Count == 1
            ? 0
            : method switch
            {
                BetweenVariance.None => 0,
                BetweenVariance.DerSimonianLaird => DerSimonianLaird(single, units.Count),
                _ => Reml(units, DerSimonianLaird(single, units.Count)),
            };
        var fit = Weighted.Of(units, tau2);
        var error = Math.Sqrt(1 / fit.Total);
        return new RandomEffects
        {
            Units = units.Count,
            Mean = fit.Mean,
            ModelError = error,
            KnappHartungError = units.Count == 1 ? null : Math.Sqrt(fit.Residual / (units.Count - 1) / fit.Total),
            Tau2 = tau2,
            I2 = units.Count == 1 ? null : Heterogeneity(method, tau2, single, units.Count),
            Q = single.Residual,
            Shrunken = [.. units.Select(u => Shrink(u, fit.Mean, error, tau2))],
        };
    }

    /// <summary>Limits of the common mean.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    /// <param name="knappHartung">Use <see cref="KnappHartungError"/> and t with units − 1 degrees of freedom; wanted for fewer than 30 units.</param>
    /// <returns>Null for one unit with <paramref name="knappHartung"/>.</returns>
    public Interval? Limits(double confidence = 0.95, bool knappHartung = false) => Around(confidence, knappHartung, 0);

    /// <summary>Where the true mean of a further unit would lie; wider than <see cref="Limits"/> by the variance between units.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    /// <param name="knappHartung">As in <see cref="Limits"/>.</param>
    /// <remarks>Higgins et al., J R Stat Soc A 2009;172:137–159.</remarks>
    public Interval? Prediction(double confidence = 0.95, bool knappHartung = false) => Around(confidence, knappHartung, Tau2);

    private Interval? Around(double confidence, bool knappHartung, double between)
    {
        if ((knappHartung ? KnappHartungError : ModelError) is not { } error)
        {
            return null;
        }

        var factor = knappHartung ? StudentT.TwoSidedT(confidence, Units - 1) : Normal.TwoSidedZ(confidence);
        var half = factor * Math.Sqrt(between + (error * error));
        return new Interval(Mean - half, Mean + half);
    }

    private static ShrunkenMean Shrink(UnitMean unit, double mean, double error, double tau2)
    {
        var weight = tau2 / (tau2 + unit.Variance);
        return new ShrunkenMean(
            weight,
            mean + (weight * (unit.Value - mean)),
            Math.Sqrt((weight * unit.Variance) + ((1 - weight) * (1 - weight) * error * error)));
    }

    private static double DerSimonianLaird(Weighted single, int units) =>
        Math.Max(0, (single.Residual - (units - 1)) / (single.Total - (single.Squares / single.Total)));

    private static double Heterogeneity(BetweenVariance method, double tau2, Weighted single, int units)
    {
        var typical = (units - 1) * single.Total / ((single.Total * single.Total) - single.Squares);
        return method is BetweenVariance.None
            ? single.Residual > 0 ? Math.Max(0, (single.Residual - (units - 1)) / single.Residual) : 0
            : tau2 / (tau2 + typical);
    }

    /// <summary>Fisher scoring from a first guess until a step is 1e−13 of the variances at hand; a step below 0 stops at 0.</summary>
    private static double Reml(IReadOnlyList<UnitMean> units, double start)
    {
        var scale = units.Average(u => u.Variance);
        var tau2 = start;
        for (var i = 0; i < 10_000; i++)
        {
            var w = Weighted.Of(units, tau2);
            var trace = w.Total - (w.Squares / w.Total);
            var information = w.Squares - (2 * w.Cubes / w.Total) + (w.Squares * w.Squares / (w.Total * w.Total));
            var step = (w.WeightedResidual - trace) / information;

            // A full step can jump back and forth with very few units; half steps settle.
            var next = Math.Max(0, tau2 + (i < 100 ? step : step / 2));
            if (Math.Abs(next - tau2) <= 1e-13 * (tau2 + scale))
            {
                return next;
            }

            tau2 = next;
        }

        return tau2;
    }

    /// <summary>Sums with weights 1/(variance + τ²): Σw, Σw², Σw³, the mean, Σw(y − mean)² and Σw²(y − mean)².</summary>
    private readonly record struct Weighted(double Total, double Squares, double Cubes, double Mean, double Residual, double WeightedResidual)
    {
        internal static Weighted Of(IReadOnlyList<UnitMean> units, double tau2)
        {
            Sum total = default, squares = default, cubes = default, offset = default;
            var first = units[0].Value;
            foreach (var unit in units)
            {
                var w = 1 / (unit.Variance + tau2);
                total.Add(w);
                squares.Add(w * w);
                cubes.Add(w * w * w);
                offset.Add(w * (unit.Value - first));
            }

            var mean = first + (offset.Value / total.Value);
            Sum residual = default, weighted = default;
            foreach (var unit in units)
            {
                var w = 1 / (unit.Variance + tau2);
                var distance = unit.Value - mean;
                residual.Add(w * distance * distance);
                weighted.Add(w * w * distance * distance);
            }

            return new Weighted(total.Value, squares.Value, cubes.Value, mean, residual.Value, weighted.Value);
        }
    }
}

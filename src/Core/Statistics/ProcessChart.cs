namespace Mestring.Core.Statistics;

/// <summary>A chart of single values over time with natural limits from the moving range (XmR), and the four rules over it.</summary>
/// <remarks>
/// Shewhart, Economic Control of Quality, 1931; Wheeler, Understanding Variation, 1993: limits are the mean ± 2.66 mean moving
/// ranges. A range lies between two neighbouring periods of a phase that both have a value; a gap has none on either side.
/// </remarks>
public sealed record ProcessChart(IReadOnlyList<ProcessLimits> Phases, IReadOnlyList<ProcessPoint> Points)
{
    /// <summary>The chart of a series.</summary>
    /// <param name="values">One value a period, oldest first, gaps null.</param>
    /// <param name="starts">Indexes at which a new phase starts, besides 0.</param>
    /// <param name="baseline">Take limits from the first so many values of each phase; null takes all.</param>
    /// <param name="screen">Leave out moving ranges of 3.267 times their mean or more, once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is below 1.</exception>
    public static ProcessChart Of(IReadOnlyList<double?> values, IEnumerable<int>? starts = null, int? baseline = null, bool screen = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline ?? 1, 1, nameof(baseline));
        int[] bounds = [0, .. (starts ?? []).Where(s => s > 0 && s < values.Count).Distinct().Order(), values.Count];
        var phases = new List<ProcessLimits>();
        var points = new List<ProcessPoint>(values.Count);
        for (var phase = 0; phase + 1 < bounds.Length; phase++)
        {
            var part = values.Skip(bounds[phase]).Take(bounds[phase + 1] - bounds[phase]).ToArray();
            var limits = LimitsOf(part, baseline, screen);
            phases.Add(limits);

            double[] present = [.. part.OfType<double>()];
            var signals = new ProcessSignals[present.Length];
            ProcessRules.Apply(present, limits, signals);
            var next = 0;
            points.AddRange(part.Select(value => new ProcessPoint(value, phase, value is null ? ProcessSignals.None : signals[next++])));
        }

        return new ProcessChart(phases, points);
    }

    private static ProcessLimits LimitsOf(double?[] part, int? baseline, bool screen)
    {
        var taken = new List<double>();
        var ranges = new List<double>();
        double? before = null;
        foreach (var value in part)
        {
            if (taken.Count == baseline)
            {
                break;
            }

            if (value is { } present)
            {
                taken.Add(present);
                if (before is { } last)
                {
                    ranges.Add(Math.Abs(present - last));
                }
            }

            before = value;
        }

        var mean = Moments.Of(taken.ToArray()).Mean;
        var meanRange = Moments.Of(ranges.ToArray()).Mean;
        return new ProcessLimits(part.Count(v => v is not null), mean, screen ? Screened(ranges, meanRange) : meanRange);
    }

    private static double? Screened(List<double> ranges, double? mean)
    {
        double[] kept = [.. ranges.Where(r => r < ProcessLimits.ScreenFactor * mean)];
        return Array.Exists(kept, r => r > 0) ? Moments.Of(kept).Mean : mean;
    }
}

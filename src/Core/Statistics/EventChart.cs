namespace Mestring.Core.Statistics;

/// <summary>A chart of shares (p) or rates (u) over time around their common value, with three-sigma limits a period.</summary>
/// <param name="Centre">All events over all sizes; null without a size.</param>
/// <param name="Points">One a period, oldest first.</param>
/// <remarks>Montgomery, Introduction to Statistical Quality Control, 6th ed., 2009, ch. 7; limits clamped to what is possible.</remarks>
public sealed record EventChart(double? Centre, IReadOnlyList<EventPoint> Points)
{
    /// <summary>Shares of persons: values and limits in [0, 1].</summary>
    public static EventChart Shares(IReadOnlyCollection<EventCount> periods) => Of(periods, 1, centre => centre * (1 - centre));

    /// <summary>Rates for each unit of exposure: values and limits at least 0.</summary>
    public static EventChart Rates(IReadOnlyCollection<EventCount> periods) => Of(periods, double.PositiveInfinity, centre => centre);

    private static EventChart Of(IReadOnlyCollection<EventCount> periods, double ceiling, Func<double, double> variance)
    {
        ArgumentNullException.ThrowIfNull(periods);
        Sum events = default, size = default;
        foreach (var period in periods)
        {
            if (period is { Events: { } happened, Size: { } of })
            {
                events.Add(happened);
                size.Add(of);
            }
        }

        if (size.Value <= 0)
        {
            return new EventChart(null, [.. periods.Select(_ => default(EventPoint))]);
        }

        var centre = events.Value / size.Value;
        return new EventChart(centre, [.. periods.Select(Point)]);

        EventPoint Point(EventCount period)
        {
            if (period is not { Events: { } happened, Size: > 0 and var of })
            {
                return default;
            }

            var three = 3 * Math.Sqrt(variance(centre) / of);
            return new EventPoint(happened / of, new Interval(Math.Max(0, centre - three), Math.Min(ceiling, centre + three)));
        }
    }
}

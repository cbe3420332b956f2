namespace Mestring.Core.Statistics;

/// <summary>The four rules over the present values of one phase.</summary>
internal static class ProcessRules
{
    /// <summary>Values in a row that make a shift or a trend.</summary>
    internal const int Run = 7;

    /// <summary>Sets the signals of <paramref name="values"/> (gaps left out, oldest first) in <paramref name="signals"/>, which starts empty.</summary>
    internal static void Apply(ReadOnlySpan<double> values, ProcessLimits limits, Span<ProcessSignals> signals)
    {
        if (limits.Mean is not { } mean || limits.MeanRange is 0)
        {
            return;
        }

        MarkRuns(values, signals, ProcessSignals.Shift, (series, i) => Math.Sign(series[i] - mean), first: 0);
        MarkRuns(values, signals, ProcessSignals.Trend, (series, i) => Math.Sign(series[i] - series[i - 1]), first: 1);
        if (limits is { Lower: { } lower, Upper: { } upper })
        {
            MarkOutside(values, signals, lower, upper);
            MarkTwoOfThree(values, signals, mean, (upper - mean) * 2 / 3);
        }
    }

    private delegate int Side(ReadOnlySpan<double> values, int index);

    /// <summary>Marks stretches of at least seven values on the same side; a trend of seven values has six steps and begins one value earlier.</summary>
    private static void MarkRuns(ReadOnlySpan<double> values, Span<ProcessSignals> signals, ProcessSignals signal, Side side, int first)
    {
        for (var from = first; from < values.Length;)
        {
            var here = side(values, from);
            var to = from + 1;
            while (to < values.Length && side(values, to) == here)
            {
                to++;
            }

            if (here != 0 && to - from + first >= Run)
            {
                for (var i = from - first; i < to; i++)
                {
                    signals[i] |= signal;
                }
            }

            from = to;
        }
    }

    private static void MarkOutside(ReadOnlySpan<double> values, Span<ProcessSignals> signals, double lower, double upper)
    {
        for (var i = 0; i < values.Length; i++)
        {
            signals[i] |= values[i] < lower || values[i] > upper ? ProcessSignals.Outside : ProcessSignals.None;
        }
    }

    private static void MarkTwoOfThree(ReadOnlySpan<double> values, Span<ProcessSignals> signals, double mean, double near)
    {
        for (var i = 0; i + 2 < values.Length; i++)
        {
            var side = Math.Sign(values[i] - mean);
            if (side == 0 || side != Math.Sign(values[i + 1] - mean) || side != Math.Sign(values[i + 2] - mean))
            {
                continue;
            }

            var count = 0;
            for (var j = i; j < i + 3; j++)
            {
                count += IsNear(values[j], signals[j]) ? 1 : 0;
            }

            for (var j = i; count >= 2 && j < i + 3; j++)
            {
                signals[j] |= IsNear(values[j], signals[j]) ? ProcessSignals.TwoOfThree : ProcessSignals.None;
            }
        }

        bool IsNear(double value, ProcessSignals signal) => !signal.HasFlag(ProcessSignals.Outside) && Math.Abs(value - mean) > near;
    }
}

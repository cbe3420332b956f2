namespace Mestring.Core.Statistics;

/// <summary>Limits for the expected number behind a number of events that was counted.</summary>
internal static class PoissonLimits
{
    /// <summary>Counts below this get exact limits; from it Byar's approximation is right to three digits.</summary>
    internal const int ExactBelow = 10;

    /// <summary>The limits of <paramref name="events"/> at a two-sided confidence in (0, 1).</summary>
    internal static Interval Of(double events, double confidence) => events < ExactBelow ? Exact(events, confidence) : Byar(events, confidence);

    /// <remarks>Breslow and Day, Statistical Methods in Cancer Research II, 1987, 69.</remarks>
    internal static Interval Byar(double events, double confidence)
    {
        var z = Normal.TwoSidedZ(confidence);
        return new Interval(events * Cube(events, -z), (events + 1) * Cube(events + 1, z));

        static double Cube(double x, double z)
        {
            var root = 1 - (1 / (9 * x)) + (z / (3 * Math.Sqrt(x)));
            return root * root * root;
        }
    }

    /// <remarks>Garwood, Biometrika 1936;28:437–442.</remarks>
    private static Interval Exact(double events, double confidence)
    {
        var tail = (1 - confidence) / 2;
        return new Interval(
            events == 0 ? 0 : ChiSquare.LowerQuantile(tail, 2 * events) / 2,
            ChiSquare.UpperQuantile(tail, (2 * events) + 2) / 2);
    }
}

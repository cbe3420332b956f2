namespace Mestring.Core.Tests.Statistics;

/// <summary>Equality within a relative distance, for numbers whose size spans hundreds of decades.</summary>
internal static class Close
{
    public static void To(double expected, double? actual, double relative = 1e-12)
    {
        Assert.NotNull(actual);
        var distance = Math.Abs(actual.Value - expected);
        Assert.True(distance <= relative * Math.Abs(expected), $"expected {expected:R}, was {actual:R}, relative distance {distance / Math.Abs(expected):R}");
    }
}

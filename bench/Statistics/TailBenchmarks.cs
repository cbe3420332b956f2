using BenchmarkDotNet.Attributes;
using Mestring.Core.Statistics;

namespace Mestring.Bench.Statistics;

/// <summary>Tails and quantiles, near the middle and far out.</summary>
public class TailBenchmarks
{
    [Benchmark]
    public double StudentNear() => StudentT.TwoSidedP(2.1, 40);

    [Benchmark]
    public double StudentFarWithManyDegrees() => StudentT.TwoSidedP(35, 100_000);

    [Benchmark]
    public double StudentQuantile() => StudentT.TwoSidedT(0.95, 37);

    [Benchmark]
    public double PoissonLimit() => new Rate(9, 1200).Limits(1000).High;
}

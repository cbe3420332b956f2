using BenchmarkDotNet.Attributes;
using Mestring.Core.Statistics;

namespace Mestring.Bench.Statistics;

/// <summary>What a comparison page computes: charts over time, pooling, efficiency.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private readonly double?[] _months = [.. Enumerable.Range(0, 60).Select(i => i % 11 == 10 ? (double?)null : i * 7919 % 23)];
    private readonly UnitMean[] _units = [.. Enumerable.Range(1, 400).Select(i => new UnitMean(i * 31 % 17 / 5.0, 0.1 + (i % 9 / 10.0)))];
    private readonly double[][] _inputs = [.. Enumerable.Range(1, 40).Select(i => new double[] { 1 + (i * 7 % 13), 1 + (i * 11 % 17) })];
    private readonly double[][] _outputs = [.. Enumerable.Range(1, 40).Select(i => new double[] { 1 + (i * 5 % 19), 1 + (i * 3 % 7) })];

    [Benchmark]
    public int ChartOfSixtyMonths() => ProcessChart.Of(_months).Points.Count;

    [Benchmark]
    public double? FourHundredUnitsPooled() => RandomEffects.Of(_units)?.Tau2;

    [Benchmark]
    public int FortyUnitsOnTheFrontier() => EfficiencyFrontier.Of(_inputs, _outputs).Count;
}

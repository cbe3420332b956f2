using BenchmarkDotNet.Attributes;
using Mestring.Core.Statistics;

namespace Mestring.Bench.Statistics;

/// <summary>A group's change: kept pair by pair as the pages do, and counted by size as the episode file is.</summary>
[MemoryDiagnoser]
public class ChangeBenchmarks
{
    private Pair[] _pairs = [];

    [Params(100, 10_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Fill() => _pairs = [.. Enumerable.Range(0, People).Select(i => new Pair((10 + (i * 37 % 60)) / 10.0, (10 + (i * 53 % 80)) / 10.0))];

    [Benchmark]
    public double? Kept() => PairedChange.Of(_pairs, important: 2).P;

    [Benchmark]
    public double? Counted()
    {
        var tally = new ChangeTally();
        foreach (var pair in _pairs)
        {
            tally.Add((long)(pair.Before!.Value * ChangeTally.MeasurementUnits), (long)(pair.After!.Value * ChangeTally.MeasurementUnits));
        }

        return tally.Summarise(2).P;
    }
}

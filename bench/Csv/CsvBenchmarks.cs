using System.Text;
using BenchmarkDotNet.Attributes;
using Mestring.Formats.Csv;

namespace Mestring.Bench.Csv;

/// <summary>Reading a person's file of ten thousand rows.</summary>
[MemoryDiagnoser]
public class CsvBenchmarks
{
    private readonly byte[] _file = Encoding.UTF8.GetBytes("id;pre;post\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i};{i % 10},5;{i % 7}\n")));

    [Benchmark]
    public int TenThousandRows() => CsvTable.Read(new MemoryStream(_file)).Rows.Count;
}

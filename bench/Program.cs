using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Mestring.Bench.Statistics.ChangeBenchmarks).Assembly).Run(args);

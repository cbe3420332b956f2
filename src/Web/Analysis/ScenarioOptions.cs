using System.CommandLine;
using Mestring.Core.Projections;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary>The options that say what is assumed about coverage.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<string> _scenario = Method.Choice("--scenario", "What happens to users for each inhabitant.", "constant", "trend", "delay", "converge");
    private readonly Option<string> _annualChange = new("--annual-change") { Description = "trend: change of coverage a year as a fraction, one for each age band, with commas between." };
    private readonly Option<double?> _shift = Method.Number("--shift", "delay: years of life by which need is put off every year (0.1).", least: 0);
    private readonly Option<string> _widths = new("--widths") { Description = "delay: years of life in each age band but the first, with commas between." };
    private readonly Option<double?> _byYear = Method.Number("--by-year", "converge: the year coverage has become the network's (2035).");

    public IEnumerable<Option> All => [_scenario, _annualChange, _shift, _widths, _byYear];

    public Scenario Read(ParseResult parsed, Baseline baseline)
    {
        var bands = baseline.Bands.Count;
        switch (parsed.GetValue(_scenario))
        {
            case "trend":
                var changes = Numbers(parsed.GetValue(_annualChange), "--annual-change", bands);
                return Array.TrueForAll(changes, c => c > -1) ? new TrendCoverage(changes) : throw new UsageException("--annual-change: a fraction above -1 is wanted.");
            case "delay":
                var widths = Numbers(parsed.GetValue(_widths), "--widths", bands - 1);
                return Array.TrueForAll(widths, w => w > 0) ? new DelayedNeed(parsed.GetValue(_shift) ?? 0.1, widths) : throw new UsageException("--widths: years above 0 are wanted.");
            case "converge":
                var by = parsed.GetValue(_byYear) ?? 2035;
                return by > baseline.Year && by == Math.Floor(by) ? new ConvergingCoverage((int)by) : throw new UsageException($"--by-year: a year after {baseline.Year} is wanted.");
            default:
                return new ConstantCoverage();
        }
    }

    private static double[] Numbers(string? list, string option, int wanted)
    {
        var parts = list?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return parts.Length == wanted
            ? Array.ConvertAll(parts, p => CsvNumber.TryParse(p, ',', out double value) ? value : throw new UsageException($"{option}: '{p}' is not a number."))
            : throw new UsageException($"{option}: {wanted} numbers are wanted, with commas between, not {parts.Length}.");
    }
}

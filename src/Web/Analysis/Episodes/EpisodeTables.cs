using Mestring.Core.Measures;
using Mestring.Core.Statistics;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>The six tables of an episode file.</summary>
internal static class EpisodeTables
{
    private const string Change = "n_rows,n_pairs,mean_pre,mean_post,mean_change,sd_change,ci_lo,ci_hi,t,p_t,dz,q1,median,q3,n_important,share,w_lo,w_hi";
    private const string Ranks = ",n_nonzero,v,z,p";

    public static void Write(string folder, EpisodeTotals totals)
    {
        Directory.CreateDirectory(folder);
        var municipalities = totals.Municipalities.AsParallel().AsOrdered()
            .Select(m => (m.Key.Municipality, m.Key.Instrument, Change: m.Value.Changes.Summarise(Important(m.Key.Instrument)), Series: SeriesTable.Line(m.Key, m.Value.Months)))
            .ToList();
        Table("change_municipality.csv", $"municipality,instrument,{Change}{Ranks}", municipalities.Select(m => Ranked(Changed(new CsvLine().Text(m.Municipality).Text(m.Instrument), m.Change), m.Change.SignedRank)));
        Table("spc_series.csv", SeriesTable.Header, municipalities.Where(m => m.Change.Pairs > 0).Select(m => m.Series));
        Table("pool.csv", "instrument,municipality,tau2,mu,se_mu,weight,blup", municipalities.GroupBy(m => m.Instrument, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => Pooled(g.Key, [.. g.Select(m => (m.Municipality, m.Change))])));
        Table("change_network.csv", $"network,instrument,{Change}", totals.Networks.AsParallel().AsOrdered()
            .Select(n => Changed(new CsvLine().Text(n.Key.Network).Text(n.Key.Instrument), n.Value.Summarise(Important(n.Key.Instrument)))));
        Table("change_total.csv", $"instrument,{Change}", totals.Instruments.Select(i => Changed(new CsvLine().Text(i.Key), i.Value.Summarise(Important(i.Key)))));
        Table("hours_municipality.csv", "municipality,n,sum_pre,sum_post,mean_reduction,pct,n_independent", totals.Hours.Select(h => Hours(h.Key, h.Value)));

        void Table(string name, string header, IEnumerable<CsvLine> lines)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
            writer.WriteLine(header);
            foreach (var line in lines)
            {
                writer.WriteLine(line.ToString());
            }
        }
    }

    /// <summary>Two points for COPM, by convention, and one for SPPB; other instruments have no share here.</summary>
    private static double? Important(string instrument) => instrument switch
    {
        "COPM" => Instrument.CopmPerformance.ImportantChanges.First(c => c.Version is "convention").Value,
        "SPPB" => Instrument.SppbTotal.DefaultImportantChange?.Value,
        _ => null,
    };

    private static CsvLine Changed(CsvLine line, PairedChange change)
    {
        var wilson = change.Important?.Reached?.Wilson();
        return line
            .Count(change.Rows)
            .Count(change.Pairs)
            .Number(change.MeanBefore)
            .Number(change.MeanAfter)
            .Number(change.Mean)
            .Number(change.Sd)
            .Number(change.Ci95?.Low)
            .Number(change.Ci95?.High)
            .Number(change.T)
            .Number(change.P)
            .Number(change.Dz)
            .Number(change.LowerQuartile)
            .Number(change.Median)
            .Number(change.UpperQuartile)
            .Count(change.Important is null ? null : change.Important.Reached?.Events ?? 0)
            .Number(change.Important?.Reached?.Value)
            .Number(wilson?.Low)
            .Number(wilson?.High);
    }

    private static CsvLine Ranked(CsvLine line, SignedRank ranks) => line.Count(ranks.NonZero).Number(ranks.V).Number(ranks.Z).Number(ranks.P);

    private static CsvLine Hours(string municipality, HoursTally hours)
    {
        const double Units = ChangeTally.MeasurementUnits;
        var freed = (double)(hours.Before - hours.After);
        return new CsvLine()
            .Text(municipality)
            .Count(hours.Pairs)
            .Number((double)hours.Before / Units)
            .Number((double)hours.After / Units)
            .Number(hours.Pairs > 0 ? freed / (hours.Pairs * Units) : null)
            .Number(hours.Before > 0 ? 100 * freed / (double)hours.Before : null)
            .Count(hours.Independent);
    }

    private static IEnumerable<CsvLine> Pooled(string instrument, List<(string Municipality, PairedChange Change)> municipalities)
    {
        var kept = municipalities.Where(m => m.Change is { Pairs: > 1, Sd: > 0 }).ToList();
        var pooled = RandomEffects.Of(
            [.. kept.Select(m => new UnitMean(m.Change.Mean!.Value, m.Change.Sd!.Value * m.Change.Sd.Value / m.Change.Pairs))],
            BetweenVariance.DerSimonianLaird);
        return kept.Select((m, i) => new CsvLine()
            .Text(instrument)
            .Text(m.Municipality)
            .Number(pooled!.Tau2)
            .Number(pooled.Mean)
            .Number(pooled.ModelError)
            .Number(pooled.Shrunken[i].Weight)
            .Number(pooled.Shrunken[i].Value));
    }
}

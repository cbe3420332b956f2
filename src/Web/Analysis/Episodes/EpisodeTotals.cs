using Mestring.Core.Statistics;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>The parts of an episode file put together, by municipality, network and in all.</summary>
internal sealed class EpisodeTotals
{
    public SortedDictionary<(string Municipality, string Instrument), (ChangeTally Changes, SortedDictionary<string, (long Sum, int Pairs)> Months)> Municipalities { get; } = new(Ordinal);

    public SortedDictionary<(string Network, string Instrument), ChangeTally> Networks { get; } = new(Ordinal);

    public SortedDictionary<string, ChangeTally> Instruments { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, HoursTally> Hours { get; } = new(StringComparer.Ordinal);

    private static Comparer<(string First, string Second)> Ordinal { get; } = Comparer<(string First, string Second)>.Create((a, b) =>
        string.CompareOrdinal(a.First, b.First) is not 0 and var order ? order : string.CompareOrdinal(a.Second, b.Second));

    public static EpisodeTotals Of(IEnumerable<EpisodeShard> shards)
    {
        var totals = new EpisodeTotals();
        foreach (var shard in shards)
        {
            foreach (var (municipality, network, instrument, group) in shard.Groups)
            {
                totals.Add(shard, municipality, network, instrument, group);
            }

            foreach (var (municipality, hours) in shard.Hours)
            {
                At(totals.Hours, municipality).Add(hours);
            }
        }

        return totals;
    }

    private void Add(EpisodeShard shard, string municipality, string network, string instrument, EpisodeGroup group)
    {
        if (!Municipalities.TryGetValue((municipality, instrument), out var own))
        {
            own = (new ChangeTally(), new SortedDictionary<string, (long Sum, int Pairs)>(StringComparer.Ordinal));
            Municipalities.Add((municipality, instrument), own);
        }

        own.Changes.Add(group.Changes);
        At(Networks, (network, instrument)).Add(group.Changes);
        At(Instruments, instrument).Add(group.Changes);
        for (var month = 0; month < group.MonthPairs.Length; month++)
        {
            if (group.MonthPairs[month] > 0)
            {
                var text = shard.Months.Texts[month];
                var (sum, pairs) = own.Months.GetValueOrDefault(text);
                own.Months[text] = (sum + group.MonthSums[month], pairs + group.MonthPairs[month]);
            }
        }
    }

    private static TValue At<TKey, TValue>(SortedDictionary<TKey, TValue> all, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!all.TryGetValue(key, out var value))
        {
            all.Add(key, value = new TValue());
        }

        return value;
    }
}

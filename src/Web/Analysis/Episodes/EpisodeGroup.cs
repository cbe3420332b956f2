using Mestring.Core.Statistics;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>What is counted for one municipality, network and instrument: changes, and their sum and number a month.</summary>
internal sealed class EpisodeGroup
{
    public ChangeTally Changes { get; } = new();

    /// <summary>Sums of change by number of the month, in <see cref="ChangeTally.ChangeUnits"/>.</summary>
    public long[] MonthSums { get; private set; } = new long[64];

    public int[] MonthPairs { get; private set; } = new int[64];

    public void Add(int month, long change, int pairs = 1)
    {
        if (month >= MonthSums.Length)
        {
            var length = Math.Max(month + 1, MonthSums.Length * 2);
            var (sums, counts) = (MonthSums, MonthPairs);
            Array.Resize(ref sums, length);
            Array.Resize(ref counts, length);
            (MonthSums, MonthPairs) = (sums, counts);
        }

        MonthSums[month] += change;
        MonthPairs[month] += pairs;
    }
}

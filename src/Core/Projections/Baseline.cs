using Mestring.Core.Statistics;

namespace Mestring.Core.Projections;

/// <summary>What a projection starts from: users, inhabitants and hours by municipality and age band in the base year.</summary>
public sealed class Baseline
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<BandBaseline>> _municipalities;
    private readonly double[] _network;

    /// <param name="year">The base year.</param>
    /// <param name="bands">Names of the age bands, youngest first.</param>
    /// <param name="municipalities">One row of bands, in the same order, a municipality.</param>
    /// <exception cref="ArgumentException">A municipality has another number of bands, or nobody lives in a band in any municipality.</exception>
    public Baseline(int year, IReadOnlyList<string> bands, IReadOnlyDictionary<string, IReadOnlyList<BandBaseline>> municipalities)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(municipalities);
        (Year, Bands, _municipalities, _network) = (year, bands, municipalities, new double[bands.Count]);
        for (var band = 0; band < bands.Count; band++)
        {
            Sum users = default, population = default;
            foreach (var (name, row) in municipalities)
            {
                if (row.Count != bands.Count)
                {
                    throw new ArgumentException($"{name} has {row.Count} age bands where {bands.Count} are wanted.", nameof(municipalities));
                }

                users.Add(row[band].Users);
                population.Add(row[band].Population);
            }

            _network[band] = population.Value > 0
                ? users.Value / population.Value
                : throw new ArgumentException($"Nobody lives in age band {bands[band]} in the base year in any municipality.", nameof(municipalities));
        }
    }

    /// <summary>The base year.</summary>
    public int Year { get; }

    /// <summary>Names of the age bands, youngest first.</summary>
    public IReadOnlyList<string> Bands { get; }

    /// <summary>Names of the municipalities.</summary>
    public IEnumerable<string> Municipalities => _municipalities.Keys;

    /// <summary>One age band of one municipality.</summary>
    public BandBaseline At(string municipality, int band) => _municipalities[municipality][band];

    /// <summary>Users for each inhabitant in the base year over all municipalities together: a ratio of sums, not a mean of ratios.</summary>
    public double NetworkCoverage(int band) => _network[band];

    /// <summary>Users for each inhabitant in the base year; the network's where nobody lived in the band.</summary>
    public double Coverage(string municipality, int band) =>
        At(municipality, band) is { Population: > 0 } own ? own.Users / own.Population : NetworkCoverage(band);
}

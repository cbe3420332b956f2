using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What hours cost in a municipality, as it has entered it itself, in øre so that nothing is rounded.</summary>
internal sealed class PriceRow
{
    private const decimal Ore = 100;

    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    /// <summary>An hour of home service, in øre.</summary>
    public long HomeServiceHour { get; set; }

    /// <summary>Øre an hour by profession, as a JSON object.</summary>
    public string WorkHours { get; set; } = "{}";

    public int Year { get; set; }

    public string Source { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }

    /// <summary>The prices in kroner.</summary>
    public EconomyPrices Read() => new(
        HomeServiceHour / Ore,
        JsonSerializer.Deserialize<Dictionary<Profession, long>>(WorkHours)!.ToDictionary(p => p.Key, p => p.Value / Ore),
        Year,
        Source);

    public void Write(EconomyPrices prices)
    {
        HomeServiceHour = (long)(prices.HomeServiceHour * Ore);
        WorkHours = JsonSerializer.Serialize(prices.WorkHours.ToDictionary(p => p.Key, p => (long)(p.Value * Ore)));
        (Year, Source) = (prices.Year, prices.Source);
    }
}

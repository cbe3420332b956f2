namespace Mestring.Core.Measures;

/// <summary>What hours cost, in kroner, as the municipality has entered it. The platform has no prices of its own.</summary>
/// <param name="HomeServiceHour">One granted hour of home service, above 0.</param>
/// <param name="WorkHours">One working hour of each profession, 0 or more; a profession that is missing has no price.</param>
/// <param name="Year">The year the prices are of.</param>
/// <param name="Source">Where they come from, in the municipality's own words.</param>
public sealed record EconomyPrices(decimal HomeServiceHour, IReadOnlyDictionary<Profession, decimal> WorkHours, int Year, string Source);

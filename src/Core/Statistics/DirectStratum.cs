namespace Mestring.Core.Statistics;

/// <summary>One age band of an area and the weight it gets in the standard population.</summary>
/// <param name="Events">Events in the band, at least 0.</param>
/// <param name="Population">Persons in the band, above 0.</param>
/// <param name="Standard">Persons of the band in the standard population, at least 0.</param>
public readonly record struct DirectStratum(long Events, double Population, double Standard);

namespace Mestring.Core.Statistics;

/// <summary>One age band of an area beside the same band of a reference.</summary>
/// <param name="Events">Events in the area, at least 0.</param>
/// <param name="Population">Persons in the area, above 0.</param>
/// <param name="ReferenceEvents">Events in the reference, at least 0.</param>
/// <param name="ReferencePopulation">Persons in the reference, above 0.</param>
public readonly record struct IndirectStratum(long Events, double Population, double ReferenceEvents, double ReferencePopulation);

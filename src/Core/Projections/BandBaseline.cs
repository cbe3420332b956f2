namespace Mestring.Core.Projections;

/// <summary>One age band of a municipality in the base year.</summary>
/// <param name="Users">Service users, at least 0.</param>
/// <param name="Population">Inhabitants of the band, at least 0.</param>
/// <param name="HoursPerUser">Hours of service for each user in a year, at least 0.</param>
public readonly record struct BandBaseline(double Users, double Population, double HoursPerUser);

namespace Mestring.Core.Projections;

/// <summary>What a full-time equivalent gives in a year.</summary>
/// <param name="Hours">Hours worked in a year, above 0.</param>
/// <param name="DirectShare">The share of them spent with users, a fraction in (0, 1].</param>
public readonly record struct WorkingYear(double Hours, double DirectShare)
{
    /// <summary>Full-time equivalents needed for so many hours with users.</summary>
    public double Fte(double hoursWithUsers) => hoursWithUsers / (Hours * DirectShare);
}

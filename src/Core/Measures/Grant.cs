namespace Mestring.Core.Measures;

/// <summary>A decision on one service: so many hours a week from one day to another.</summary>
/// <param name="Service">The service's code in the national register, such as "15".</param>
/// <param name="HoursPerWeek">From 0 to <see cref="GrantedServices.MaxHours"/>; 0 says that it is known that nothing is granted.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it is in force.</param>
/// <param name="IsEstimate">Whether this is what a new user would have been granted, as somebody judged it: never mixed with decisions.</param>
public readonly record struct Grant(string Service, double HoursPerWeek, DateOnly From, DateOnly? To, bool IsEstimate = false)
{
    /// <summary>Whether it is in force on a day, both ends included.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>Whether two decisions on the same service share a day.</summary>
    public bool Overlaps(Grant other) =>
        string.Equals(Service, other.Service, StringComparison.Ordinal) && IsEstimate == other.IsEstimate && From <= (other.To ?? DateOnly.MaxValue) && other.From <= (To ?? DateOnly.MaxValue);
}

namespace Mestring.Core.Measures;

/// <summary>Hours a week granted in one service.</summary>
/// <param name="Service">The service's code in the national register, such as "15".</param>
/// <param name="HoursPerWeek">From 0 to <see cref="GrantedServices.MaxHours"/>.</param>
public readonly record struct ServiceHours(string Service, double HoursPerWeek);

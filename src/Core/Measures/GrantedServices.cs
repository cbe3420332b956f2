namespace Mestring.Core.Measures;

/// <summary>The services of the national register (KPR) whose hours are registered, by code.</summary>
/// <remarks>
/// KOSTRA's "granted hours per week" counts 1, 2, 3, 4, 15, 7, 9, 11 and 17. The headline here is 1, 2 and 15, which is our own choice:
/// the services that reablement means to change.
/// </remarks>
public static class GrantedServices
{
    /// <summary>Most hours a week there are; more in one service is a slip.</summary>
    public const double MaxHours = 168;

    /// <summary>More than this in all is rare for a person who lives at home and is worth a second look.</summary>
    public const double UnusualHours = 60;

    /// <summary>Practical help, training and health care at home: together the headline hours.</summary>
    public static IReadOnlyList<string> Headline { get; } = ["1", "2", "15"];

    /// <summary>Whether a service is one of <see cref="Headline"/>.</summary>
    public static bool IsHeadline(string service) => service is "1" or "2" or "15";

    /// <summary>The rest, shown apart.</summary>
    public static IReadOnlyList<string> Others { get; } = ["3", "4", "7", "9", "11", "17"];

    /// <summary>The sum of the headline services, in hours a week; null when none of them is registered, for that is not the same as 0.</summary>
    public static double? HeadlineHours(IEnumerable<ServiceHours> hours) => Sum(hours, Headline);

    /// <summary>The sum of the other services, in hours a week; null when none of them is registered.</summary>
    public static double? OtherHours(IEnumerable<ServiceHours> hours) => Sum(hours, Others);

    private static double? Sum(IEnumerable<ServiceHours> hours, IReadOnlyList<string> services)
    {
        ArgumentNullException.ThrowIfNull(hours);
        double? sum = null;
        foreach (var each in hours)
        {
            if (services.Contains(each.Service, StringComparer.Ordinal))
            {
                sum = (sum ?? 0) + each.HoursPerWeek;
            }
        }

        return sum;
    }
}

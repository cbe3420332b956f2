namespace Mestring.Core.Measures;

/// <summary>The services of the national register (KPR) whose hours are registered, by code.</summary>
/// <remarks>
/// KOSTRA's "granted hours per week" counts 1, 2, 3, 4, 7, 9, 11, 15, 17 and 22, for users at home on the last day of the year. The headline
/// here is 1, 2 and 15, which is our own choice: the services that reablement means to change. The other codes in use are those of the
/// Directorate of Health's list of services in KPR; 12 and 13 were retired in 2019 and are refused.
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
    public static IReadOnlyList<string> Others { get; } = ["3", "4", "5", "6", "7", "8", "9", "11", "17", "18", "19", "20", "21", "22", "29"];

    /// <summary>The sum of the headline services, in hours a week; null when none of them is registered, for that is not the same as 0.</summary>
    public static double? HeadlineHours(IEnumerable<ServiceHours> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        double? sum = null;
        foreach (var each in hours)
        {
            if (IsHeadline(each.Service))
            {
                sum = (sum ?? 0) + each.HoursPerWeek;
            }
        }

        return sum;
    }
}

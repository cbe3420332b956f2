using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Web.Cases;

/// <summary>Which screens a measurement has, by the programme's instruments, the municipality's choice and what came of it.</summary>
internal static class Parts
{
    private static readonly Part[] NotOfThePerson = [Part.Status, Part.Hours, Part.Summary];

    private static readonly Part[] InOrder = Enum.GetValues<Part>();

    /// <summary>A person who was not measured is asked nothing; the hours come from decisions and are asked all the same.</summary>
    public static IReadOnlyList<Part> Of(Programme programme, IReadOnlyList<string> chosen, MeasurementPoint point, MeasurementStatus? status) =>
        [.. InOrder.Where(part => (status is null or MeasurementStatus.Done || NotOfThePerson.Contains(part)) && IsUsed(programme, chosen, point, part))];

    /// <summary>How many screens somebody has gone through, and how many there are to go through.</summary>
    public static (int Done, int Of) Progress(Programme programme, IReadOnlyList<string> chosen, MeasurementPoint point, MeasurementStatus status, string answered)
    {
        var parts = Of(programme, chosen, point, status);
        return (parts.Count(part => IsAnswered(part, answered)), parts.Count - 1);
    }

    public static bool IsAnswered(Part part, string answered) =>
        part is Part.Status || (part is not Part.Summary && answered.Split(' ').Contains(part.Name(), StringComparer.Ordinal));

    public static string WithAnswer(this string answered, Part part) =>
        part is Part.Status || IsAnswered(part, answered) ? answered : $"{answered} {part.Name()}".Trim();

    /// <summary>As it stands in addresses and in the database.</summary>
    public static string Name(this Part part) => part.ToString().ToLowerInvariant();

    private static bool IsUsed(Programme programme, IReadOnlyList<string> chosen, MeasurementPoint point, Part part) => part switch
    {
        Part.Goals => Uses(programme, chosen, point, "copm") || Uses(programme, chosen, point, "psfs"),
        Part.Attainment => Uses(programme, chosen, point, "gas"),
        Part.Sppb => Uses(programme, chosen, point, "sppb"),
        Part.Tug => Uses(programme, chosen, point, "tug"),
        Part.Barthel => Uses(programme, chosen, point, "barthel"),
        Part.Health => Uses(programme, chosen, point, "health"),
        Part.Wellbeing => Uses(programme, chosen, point, "wellbeing"),
        Part.Service => programme.Satisfaction.Count > 0 && Uses(programme, chosen, point, "satisfaction"),
        Part.Hours => Uses(programme, chosen, point, "hours"),
        _ => true,
    };

    private static bool Uses(Programme programme, IReadOnlyList<string> chosen, MeasurementPoint point, string instrument) => programme.Instruments.Any(
        i => string.Equals(i.Id, instrument, StringComparison.Ordinal) && i.Points.Contains(point) && (!i.Optional || chosen.Contains(instrument, StringComparer.Ordinal)));
}

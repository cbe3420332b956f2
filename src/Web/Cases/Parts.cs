using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Web.Cases;

/// <summary>Which screens a measurement has, by the programme's instruments and by what came of it.</summary>
internal static class Parts
{
    private static readonly Part[] OfThePerson = [Part.Goals, Part.Sppb, Part.Service];

    /// <summary>A person who was not measured is asked nothing; the hours come from decisions and are asked all the same.</summary>
    public static IReadOnlyList<Part> Of(Programme programme, MeasurementPoint point, MeasurementStatus? status) =>
        [.. Enum.GetValues<Part>().Where(part => IsUsed(programme, point, part) && (status is null or MeasurementStatus.Done || !OfThePerson.Contains(part)))];

    /// <summary>How many screens somebody has gone through, and how many there are to go through.</summary>
    public static (int Done, int Of) Progress(Programme programme, MeasurementPoint point, MeasurementStatus status, string answered)
    {
        var parts = Of(programme, point, status);
        return (parts.Count(part => IsAnswered(part, answered)), parts.Count - 1);
    }

    public static bool IsAnswered(Part part, string answered) =>
        part is Part.Status || (part is not Part.Summary && answered.Split(' ').Contains(part.Name(), StringComparer.Ordinal));

    public static string WithAnswer(this string answered, Part part) =>
        part is Part.Status || IsAnswered(part, answered) ? answered : $"{answered} {part.Name()}".Trim();

    /// <summary>As it stands in addresses and in the database.</summary>
    public static string Name(this Part part) => part.ToString().ToLowerInvariant();

    public static string Name(this MeasurementPoint point) => point.ToString().ToLowerInvariant();

    private static bool IsUsed(Programme programme, MeasurementPoint point, Part part) => part switch
    {
        Part.Goals => Uses(programme, point, "copm") || Uses(programme, point, "psfs"),
        Part.Sppb => Uses(programme, point, "sppb"),
        Part.Service => Uses(programme, point, "satisfaction") && programme.Satisfaction.Count > 0,
        Part.Hours => Uses(programme, point, "hours"),
        _ => true,
    };

    private static bool Uses(Programme programme, MeasurementPoint point, string instrument) =>
        programme.Instruments.Any(i => string.Equals(i.Id, instrument, StringComparison.Ordinal) && i.Points.Contains(point));
}

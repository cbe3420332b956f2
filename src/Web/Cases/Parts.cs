using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>
/// Which screens a measurement has. Until it is finished: what the programme and the municipality use now, and what somebody has gone through.
/// From then on: the set it was finished with, so that no later choice opens it again or hides what is registered.
/// </summary>
internal static class Parts
{
    private static readonly Part[] NotOfThePerson = [Part.Status, Part.Hours, Part.Summary];

    private static readonly Part[] InOrder = Enum.GetValues<Part>();

    /// <summary>A person who was not measured is asked nothing; the hours come from decisions and are asked all the same.</summary>
    /// <param name="programme">What is measured with.</param>
    /// <param name="chosen">The optional instruments the municipality has chosen.</param>
    /// <param name="point">Which measurement.</param>
    /// <param name="row">What is stored; null before the first time.</param>
    public static IReadOnlyList<Part> Of(Programme programme, IReadOnlyList<string> chosen, MeasurementPoint point, MeasurementRow? row)
    {
        var possible = programme.Asked(point, [.. programme.Instruments.Select(i => i.Id)]);
        var asked = row is { Asked.Length: > 0 } ? row.Asked.Split(' ') : [.. programme.Asked(point, chosen)];
        var isMeasured = row is null or { Status: MeasurementStatus.Done };
        return
        [
            .. InOrder.Where(part => part is Part.Status or Part.Summary
                    || (possible.Contains(part.Name(), StringComparer.Ordinal) && (asked.Contains(part.Name(), StringComparer.Ordinal) || (row is not null && Has(row.Answered, part.Name())))))
                .Where(part => isMeasured || NotOfThePerson.Contains(part)),
        ];
    }

    /// <summary>How many screens somebody has gone through, and how many there are to go through.</summary>
    public static (int Done, int Of) Progress(Programme programme, IReadOnlyList<string> chosen, MeasurementRow row)
    {
        var parts = Of(programme, chosen, row.Point, row);
        return (parts.Count(part => IsAnswered(part, row.Answered)), parts.Count - 1);
    }

    public static bool IsAnswered(Part part, string answered) => part is Part.Status || (part is not Part.Summary && Has(answered, part.Name()));

    public static bool Has(string answered, string part) => answered.Split(' ').Contains(part, StringComparer.Ordinal);

    public static string WithAnswer(this string answered, Part part) =>
        part is Part.Status || IsAnswered(part, answered) ? answered : $"{answered} {part.Name()}".Trim();

    /// <summary>As it stands in addresses, in the database and in <see cref="InstrumentUse.Part"/>.</summary>
    public static string Name(this Part part) => part.ToString().ToLowerInvariant();
}

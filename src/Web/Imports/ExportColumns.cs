using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Web.Imports;

/// <summary>Which fields an export has: the course, its goals, and at each point what the municipality measures with there.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<CaseField> Of(Programme programme, IReadOnlyList<string> chosen, bool withTexts) =>
    [
        .. CaseFields.Basics,
        .. CaseFields.Goals.Where(g => withTexts || !g.IsFreeText),
        .. programme.Windows.Select(w => w.Point).Prepend(MeasurementPoint.Start).Distinct().Order()
            .SelectMany(CaseFields.At).Where(f => IsAsked(programme, chosen, f)),
    ];

    private static bool IsAsked(Programme programme, IReadOnlyList<string> chosen, CaseField field)
    {
        return field.Path[(field.Path.IndexOf('.', StringComparison.Ordinal) + 1)..].Split('.') switch
        {
            ["status"] or ["on"] => true,
            ["answered"] or ["asked"] => false,
            [var goal, "attainment"] when IsGoal(goal) => Uses("gas"),
            [var goal, _] when IsGoal(goal) => Uses("copm") || Uses("psfs"),
            [var instrument, ..] => Uses(instrument),
            _ => false,
        };

        bool Uses(string instrument) => programme.Instruments.Any(i =>
            string.Equals(i.Id, instrument, StringComparison.Ordinal) && i.Points.Contains(field.Point!.Value) && (!i.Optional || chosen.Contains(instrument, StringComparer.Ordinal)));
    }

    private static bool IsGoal(string part) => part.StartsWith("goal", StringComparison.Ordinal);
}

namespace Mestring.Core.Measures;

/// <summary>Checks over all courses of a municipality at once: what no single course can show.</summary>
public static class RegisterRules
{
    /// <summary>The part of one person's follow-ups that may be exactly as at the start.</summary>
    public const double MostCopied = 0.3;

    /// <summary>Fewest equal follow-ups that are noticed: one or two are chance.</summary>
    public const int FewestCopied = 3;

    /// <summary>Fewest answers that must all be the same before it is noticed.</summary>
    public const int FewestAlike = 5;

    /// <summary>More than 30 % of one person's courses have exactly the same values at the start and at ten weeks.</summary>
    public const string CopiedValues = "copied-values";

    /// <summary>All users of one person gave the service the same number.</summary>
    public const string SatisfactionAlike = "satisfaction-alike";

    /// <summary>Less than 60 % of what is due at a point is done.</summary>
    public const string TooIncomplete = "too-incomplete";

    /// <summary>Every id.</summary>
    public static IReadOnlyList<string> Ids { get; } = [CopiedValues, SatisfactionAlike, TooIncomplete];

    /// <summary>Everything there is to notice about a municipality's courses; all of them warnings.</summary>
    /// <param name="courses">All its courses in one network.</param>
    public static IReadOnlyList<RuleFinding> Check(IEnumerable<CaseValues> courses) => Tally(courses).Findings();

    /// <summary>How complete the measurements of one point are.</summary>
    public static Completeness CompletenessAt(IEnumerable<CaseValues> courses, MeasurementPoint point) => Tally(courses).At(point);

    private static RegisterTally Tally(IEnumerable<CaseValues> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var tally = new RegisterTally();
        foreach (var course in courses)
        {
            tally.Add(course);
        }

        return tally;
    }
}

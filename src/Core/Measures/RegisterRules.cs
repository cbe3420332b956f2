namespace Mestring.Core.Measures;

/// <summary>Checks over all courses of a municipality at once: what no single course can show.</summary>
public static class RegisterRules
{
    /// <summary>The part of the follow-ups one person was the last to save that may be exactly as at the start.</summary>
    public const double MostCopied = 0.3;

    /// <summary>Fewest equal follow-ups that are noticed: one or two are chance.</summary>
    public const int FewestCopied = 3;

    /// <summary>Fewest answers that must all be the same before it is noticed.</summary>
    public const int FewestAlike = 5;

    /// <summary>More than 30 % of the follow-ups one person was the last to save have exactly the same values at the start and at ten weeks.</summary>
    public const string CopiedValues = "copied-values";

    /// <summary>All answers about the service that one person was the last to save are the same number.</summary>
    public const string SatisfactionAlike = "satisfaction-alike";

    /// <summary>Less than 60 % of what is due at a point is done.</summary>
    public const string TooIncomplete = "too-incomplete";

    /// <summary>Every id.</summary>
    public static IReadOnlyList<string> Ids { get; } = [CopiedValues, SatisfactionAlike, TooIncomplete];
}

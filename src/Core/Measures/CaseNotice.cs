namespace Mestring.Core.Measures;

/// <summary>Something about a course that is worth a second look. It never stops anybody from saving.</summary>
public enum CaseNotice
{
    /// <summary>Under 50 years at the start: possible, but rare.</summary>
    Young,

    /// <summary>No goal after two weeks.</summary>
    NoGoals,

    /// <summary>The course lasted less than a week.</summary>
    TooShort,

    /// <summary>The course lasted more than 20 weeks.</summary>
    TooLong,

    /// <summary>Measured outside the window of its point, so that it may not count there.</summary>
    OutsideWindow,

    /// <summary>More hours a week in all than a person at home usually has.</summary>
    ManyHours,

    /// <summary>Every rating is the same as at the start, as when numbers are copied.</summary>
    SameAsStart,
}

namespace Mestring.Core.Measures;

/// <summary>What a field of a course holds.</summary>
public enum CaseFieldKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number between two limits.</summary>
    Whole,

    /// <summary>A number between two limits, with at most two decimals.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list of codes.</summary>
    Code,
}

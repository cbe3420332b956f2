namespace Mestring.Core.Networks;

/// <summary>What can be wrong with a fee table.</summary>
public enum FeeFaultKind
{
    /// <summary>There is no row, or no amount for a flat fee.</summary>
    Empty,

    /// <summary>A row ends before it begins, or begins below zero.</summary>
    Backwards,

    /// <summary>An amount is below zero.</summary>
    Negative,

    /// <summary>Numbers of inhabitants that stand in two rows.</summary>
    Overlap,

    /// <summary>Numbers of inhabitants that stand in no row.</summary>
    Gap,

    /// <summary>Nothing is said about more inhabitants than these.</summary>
    NothingAbove,
}

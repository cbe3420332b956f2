namespace Mestring.Core.Indicators;

/// <summary>Which way an indicator should move, if any.</summary>
public enum Direction
{
    /// <summary>Neither high nor low is good in itself; it is read in context and never coloured.</summary>
    Context,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

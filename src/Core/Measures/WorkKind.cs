namespace Mestring.Core.Measures;

/// <summary>What working time is spent on.</summary>
public enum WorkKind
{
    /// <summary>Together with the person.</summary>
    Direct,

    /// <summary>On the way.</summary>
    Travel,

    /// <summary>Coordination and documentation.</summary>
    Coordination,
}

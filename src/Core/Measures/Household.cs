namespace Mestring.Core.Measures;

/// <summary>Whom a person lives with.</summary>
public enum Household : byte
{
    /// <summary>Lives alone.</summary>
    Alone,

    /// <summary>With a spouse or partner.</summary>
    WithPartner,

    /// <summary>With parents.</summary>
    WithParents,

    /// <summary>With others, such as grown children.</summary>
    WithOthers,
}

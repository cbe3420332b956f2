namespace Mestring.Core.Measures;

/// <summary>The length of the walk in the Short Physical Performance Battery; times are only comparable on the same length.</summary>
public enum SppbCourse
{
    /// <summary>Three metres.</summary>
    ThreeMetres,

    /// <summary>Four metres, the usual course in Norway.</summary>
    FourMetres,
}

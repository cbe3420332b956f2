namespace Mestring.Core.Measures;

/// <summary>The length of the walk in the Short Physical Performance Battery; times are only comparable on the same length.</summary>
public enum SppbCourse
{
    /// <summary>Three metres.</summary>
    ThreeMetres,

    /// <summary>Four metres, the usual course in Norway.</summary>
    FourMetres,

    /// <summary>
    /// Eight feet, 2.44 m. It gives a speed but no points: the limits that circulate for it (3.1, 4.0 and 5.6 s) could not be traced to a
    /// source, and points from wrong limits cannot be told from right ones.
    /// </summary>
    EightFeet,
}

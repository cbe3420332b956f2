namespace Mestring.Core.Measures;

/// <summary>What the goals of a course are rated with. The two are never pooled: one starts at 1 and the other at 0.</summary>
public enum GoalInstrument : byte
{
    /// <summary>Canadian Occupational Performance Measure: performance and satisfaction, 1 to 10.</summary>
    Copm,

    /// <summary>Patient-Specific Functional Scale: performance, 0 to 10.</summary>
    Psfs,
}

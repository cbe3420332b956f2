namespace Mestring.Core.Measures;

/// <summary>What came of a measurement that was due.</summary>
public enum MeasurementStatus : byte
{
    /// <summary>The person was measured; a part may still be missing.</summary>
    Done,

    /// <summary>The person did not want to.</summary>
    Declined,

    /// <summary>The person was not able to, for example because of illness.</summary>
    Unable,

    /// <summary>Nobody measured in time, or the person was not reached.</summary>
    Missed,
}

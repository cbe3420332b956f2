namespace Mestring.Core.Measures;

/// <summary>The four times a service user is measured in a course.</summary>
public enum MeasurementPoint : byte
{
    /// <summary>When the course starts.</summary>
    Start,

    /// <summary>At the end of the course, about ten weeks after the start.</summary>
    Weeks10,

    /// <summary>Six months after the start.</summary>
    Months6,

    /// <summary>Twelve months after the start.</summary>
    Months12,
}

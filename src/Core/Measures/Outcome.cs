namespace Mestring.Core.Measures;

/// <summary>What one person's course is judged by.</summary>
public enum Outcome
{
    /// <summary>COPM performance: mean of the goals, 1 to 10.</summary>
    CopmPerformance,

    /// <summary>COPM satisfaction: mean of the goals, 1 to 10.</summary>
    CopmSatisfaction,

    /// <summary>PSFS: mean of the goals, 0 to 10.</summary>
    Psfs,

    /// <summary>SPPB total, 0 to 12.</summary>
    Sppb,

    /// <summary>Satisfaction with the service, 1 to 5.</summary>
    ServiceSatisfaction,

    /// <summary>Granted hours a week in the headline services.</summary>
    HeadlineHours,

    /// <summary>Timed Up and Go in seconds; lower is better.</summary>
    Tug,

    /// <summary>The Barthel index, 0 to 100.</summary>
    Barthel,

    /// <summary>Own health on the line, 0 to 100.</summary>
    HealthLine,

    /// <summary>The WHO-5 index, 0 to 100.</summary>
    Who5,

    /// <summary>Goal attainment as a T score.</summary>
    GoalAttainment,
}

namespace Mestring.Web.Cases;

/// <summary>One screen of a measurement, in order.</summary>
public enum Part
{
    /// <summary>Whether the person was measured, and when.</summary>
    Status,

    /// <summary>The person's own rating of the goals.</summary>
    Goals,

    /// <summary>How far the goals are attained.</summary>
    Attainment,

    /// <summary>Physical function.</summary>
    Sppb,

    /// <summary>Timed Up and Go.</summary>
    Tug,

    /// <summary>The Barthel index.</summary>
    Barthel,

    /// <summary>Own health on the line.</summary>
    Health,

    /// <summary>WHO-5.</summary>
    Wellbeing,

    /// <summary>Satisfaction with the service.</summary>
    Service,

    /// <summary>Granted hours.</summary>
    Hours,

    /// <summary>Everything once more.</summary>
    Summary,
}

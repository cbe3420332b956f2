namespace Mestring.Core.Statistics;

/// <summary>How the variance between units is estimated.</summary>
public enum BetweenVariance
{
    /// <summary>Restricted maximum likelihood.</summary>
    Reml,

    /// <summary>The moment estimator of DerSimonian and Laird.</summary>
    DerSimonianLaird,

    /// <summary>None: all units share one mean (fixed effect).</summary>
    None,
}

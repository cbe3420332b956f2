namespace Mestring.Core.Networks;

/// <summary>Which parts of the platform a programme uses.</summary>
public sealed record ProgrammeFeatures
{
    /// <summary>Service users' courses are registered, by local pseudonym.</summary>
    public bool RegistersCases { get; init; }

    /// <summary>Yearly aggregate figures are delivered.</summary>
    public bool CollectsDeliveries { get; init; }

    /// <summary>Each municipality writes a service analysis.</summary>
    public bool WritesServiceAnalysis { get; init; }

    /// <summary>Each municipality keeps a development plan.</summary>
    public bool KeepsDevelopmentPlan { get; init; }
}

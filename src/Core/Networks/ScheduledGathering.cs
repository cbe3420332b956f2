namespace Mestring.Core.Networks;

/// <summary>A gathering of a run: what it is about, and when and where it is.</summary>
/// <param name="Gathering">From the programme.</param>
/// <param name="Plan">From the run.</param>
public sealed record ScheduledGathering(Gathering Gathering, GatheringPlan Plan);

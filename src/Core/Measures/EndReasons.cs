namespace Mestring.Core.Measures;

/// <summary>What the reason for an ending means for follow-up.</summary>
public static class EndReasons
{
    /// <summary>Whether the course was carried through, so that the person is still followed up.</summary>
    public static bool IsCompleted(this EndReason reason) =>
        reason is EndReason.NoService or EndReason.WithService or EndReason.OpenOffer or EndReason.Private or EndReason.OtherTimeLimited;
}

namespace Mestring.Core.Measures;

/// <summary>The three tasks of the Short Physical Performance Battery; a task that was not done is null, never 0.</summary>
/// <param name="Balance">Standing balance.</param>
/// <param name="Gait">Walking at usual pace.</param>
/// <param name="Chair">Five chair stands.</param>
public readonly record struct SppbParts(SppbPart? Balance, SppbPart? Gait, SppbPart? Chair)
{
    /// <summary>The sum of the three tasks; null when one is missing.</summary>
    public SppbScore? Total =>
        Balance is { } balance && Gait is { } gait && Chair is { } chair ? new SppbScore(balance.Points + gait.Points + chair.Points) : null;
}

namespace Mestring.Core.Measures;

/// <summary>What the hours of a decision are counted by.</summary>
public enum GrantUnit
{
    /// <summary>Hours a week.</summary>
    Week,

    /// <summary>Hours a month; divided by <see cref="GrantSteps.WeeksInMonth"/> to be hours a week.</summary>
    Month,
}

namespace Mestring.Core.Indicators;

/// <summary>Why a figure is doubted.</summary>
public enum FigureDoubtKind
{
    /// <summary>A part is larger than its whole: more adults than people, net above gross.</summary>
    AboveWhole,

    /// <summary>More than two persons at work round the clock, on average, for everybody.</summary>
    MoreThanTwoRoundTheClock,

    /// <summary>More hours than a week has, on average: true only where two are at work at once.</summary>
    MoreThanRoundTheClock,

    /// <summary>About a thousand times last year's figure, or a thousandth of it.</summary>
    ThousandsOff,

    /// <summary>So far outside what is usual that the unit is in doubt.</summary>
    FarFromUsual,
}

namespace Mestring.Core.Measures;

/// <summary>
/// What the stopwatch showed in the three tasks of the Short Physical Performance Battery, in seconds. Null is not done;
/// 0 seconds held, or <see cref="Unable"/> for a walk or the chair, is tried and failed.
/// </summary>
/// <param name="SideBySide">Seconds held with the feet together, 10 at most counting.</param>
/// <param name="SemiTandem">Seconds held with one heel beside the other big toe.</param>
/// <param name="Tandem">Seconds held with one foot before the other.</param>
/// <param name="Walk1">Seconds of the first walk.</param>
/// <param name="Walk2">Seconds of the second walk; one timed walk is enough.</param>
/// <param name="Course">The length of the walk; null only when no walk was timed.</param>
/// <param name="FiveChairStands">Seconds of five chair stands.</param>
/// <remarks>
/// Guralnik et al., J Gerontol 1994;49:M85–94, with the 3 m and 4 m limits of the NIA protocol. Times are rounded half up to
/// 0.01 s before they meet a limit, so that there is no gap between two bands.
/// </remarks>
public sealed record SppbTimes(
    decimal? SideBySide, decimal? SemiTandem, decimal? Tandem, decimal? Walk1, decimal? Walk2, SppbCourse? Course, decimal? FiveChairStands)
{
    /// <summary>The time that says a walk or the chair stands were tried or skipped because the person could not.</summary>
    public const decimal Unable = 0;

    private const decimal FullHold = 10;
    private const decimal ChairLimit = 60;

    /// <summary>The faster timed walk, rounded to 0.01 s; null when none was timed.</summary>
    public decimal? BestWalk => (Timed(Walk1), Timed(Walk2)) switch
    {
        ({ } one, { } two) => Math.Min(one, two),
        var (one, two) => one ?? two,
    };

    /// <summary>Course over time of the faster walk, in metres a second; comparable across courses.</summary>
    public double? GaitSpeed => BestWalk is { } seconds && Course is { } course ? (double)(Metres(course) / seconds) : null;

    /// <summary>The points of the three tasks; a task that was not done has none.</summary>
    /// <exception cref="InvalidOperationException">A time is negative.</exception>
    public SppbParts Score()
    {
        if (SideBySide < 0 || SemiTandem < 0 || Tandem < 0 || Walk1 < 0 || Walk2 < 0 || FiveChairStands < 0)
        {
            throw new InvalidOperationException("A time cannot be negative.");
        }

        return new SppbParts(Part(Balance()), Part(Gait()), Part(Chair()));
    }

    private static decimal Metres(SppbCourse course) => course switch
    {
        SppbCourse.ThreeMetres => 3,
        SppbCourse.FourMetres => 4,
        _ => 2.44m,
    };

    private static SppbPart? Part(int? points) => points is { } p ? new SppbPart(p) : null;

    private static decimal? Rounded(decimal? time) => time is { } t ? decimal.Round(t, 2, MidpointRounding.AwayFromZero) : null;

    private static decimal? Timed(decimal? walk) => Rounded(walk) is { } t && t > Unable ? t : null;

    private int? Balance() => (Rounded(SideBySide), Rounded(SemiTandem), Rounded(Tandem)) switch
    {
        (null, _, _) => null,
        ( < FullHold, _, _) => 0,
        (_, null, _) => null,
        (_, < FullHold, _) => 1,
        (_, _, null) => null,
        (_, _, < 3) => 2,
        (_, _, < FullHold) => 3,
        _ => 4,
    };

    private int? Gait() => (BestWalk, Course) switch
    {
        (null, _) => Walk1 is null && Walk2 is null ? null : 0,
        (_, null) => null,
        ({ } t, SppbCourse.ThreeMetres) => Band(t, 3.62m, 4.66m, 6.53m),
        ({ } t, SppbCourse.FourMetres) => Band(t, 4.82m, 6.21m, 8.71m),
        _ => null,
    };

    private int? Chair() => Rounded(FiveChairStands) switch
    {
        null => null,
        Unable or > ChairLimit => 0,
        { } t => Band(t, 11.20m, 13.70m, 16.70m),
    };

    /// <summary>Four points below the first limit, one from the third on.</summary>
    private static int Band(decimal time, decimal three, decimal two, decimal one) => time < three ? 4 : time < two ? 3 : time < one ? 2 : 1;
}

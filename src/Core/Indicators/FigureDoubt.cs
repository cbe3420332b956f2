namespace Mestring.Core.Indicators;

/// <summary>Something in a municipality's figures of a year that cannot be true, or that somebody must answer for.</summary>
/// <param name="Figure">Id of the figure it is said at.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Other">Id of the figure or indicator it is held against; null when it is the same figure a year ago.</param>
public sealed record FigureDoubt(string Figure, FigureDoubtKind Kind, string? Other)
{
    /// <summary>Whether no reason makes it true: it must be put right.</summary>
    public bool IsImpossible => Kind is FigureDoubtKind.AboveWhole or FigureDoubtKind.MoreThanTwoRoundTheClock;

    /// <summary>Hours of a week: one person at work round the clock.</summary>
    public const double HoursOfAWeek = 168;

    /// <summary>How many times outside what is usual a value must be before it is taken for a slip of the unit; kroner for thousands of kroner is a thousand times.</summary>
    private const double Slip = 30;

    /// <summary>All doubts about the figures of a year, in the order of the definitions, at most one of a kind for each pair.</summary>
    /// <param name="definitions">The figures that are asked for.</param>
    /// <param name="indicators">The indicators made of them: one in per cent says that its numerator is a part of its denominator.</param>
    /// <param name="now">The figures of the year; what is not there is missing.</param>
    /// <param name="before">The figures of the year before.</param>
    public static IReadOnlyList<FigureDoubt> In(
        IReadOnlyList<FigureDefinition> definitions, IReadOnlyList<IndicatorDefinition> indicators, IReadOnlyDictionary<string, Figure> now, IReadOnlyDictionary<string, Figure> before) =>
    [
        .. definitions.SelectMany(d => Of(d, indicators, now, before)),
    ];

    private static IEnumerable<FigureDoubt> Of(
        FigureDefinition definition, IReadOnlyList<IndicatorDefinition> indicators, IReadOnlyDictionary<string, Figure> now, IReadOnlyDictionary<string, Figure> before)
    {
        if (now.GetValueOrDefault(definition.Id).Number is not { } number)
        {
            yield break;
        }

        var mine = indicators.Where(i => string.Equals(i.Numerator, definition.Id, StringComparison.Ordinal)).ToList();
        var wholes = mine.Where(i => i.Factor is 100).Select(i => i.Denominator).Append(definition.PartOf).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var whole in wholes.Where(w => now.GetValueOrDefault(w).Number < number))
        {
            yield return new FigureDoubt(definition.Id, FigureDoubtKind.AboveWhole, whole);
        }

        if (definition.WeeklyHoursOf is { } people && now.GetValueOrDefault(people).Number is { } count && number > HoursOfAWeek * count)
        {
            yield return new FigureDoubt(definition.Id, number > 2 * HoursOfAWeek * count ? FigureDoubtKind.MoreThanTwoRoundTheClock : FigureDoubtKind.MoreThanRoundTheClock, people);
        }

        if (now[definition.Id].IsThousandsOff(before.GetValueOrDefault(definition.Id)))
        {
            yield return new FigureDoubt(definition.Id, FigureDoubtKind.ThousandsOff, null);
        }
        else if (mine.Find(i => i.Compute(now).Value is { } value && value is not 0 && (value > Slip * i.Max || value < i.Min / Slip)) is { } far)
        {
            yield return new FigureDoubt(definition.Id, FigureDoubtKind.FarFromUsual, far.Id);
        }
    }
}

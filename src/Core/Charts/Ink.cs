namespace Mestring.Core.Charts;

/// <summary>What a shape means, from which each medium chooses its colour, width and pattern. One's own municipality is never told by colour alone.</summary>
public enum Ink
{
    /// <summary>A pale line across the reading direction.</summary>
    Grid,

    /// <summary>The zero line or the axis itself.</summary>
    Base,

    /// <summary>The uncertainty of somebody else's value.</summary>
    Interval,

    /// <summary>The uncertainty of what the sentence is about; thicker.</summary>
    IntervalOwn,

    /// <summary>A dotted threshold.</summary>
    Target,

    /// <summary>A short or thick median.</summary>
    Median,

    /// <summary>A thin median through many rows.</summary>
    MedianLong,

    /// <summary>A thin line from a mark to its label.</summary>
    Leader,

    /// <summary>Between before and after, where the figures are few.</summary>
    Link,

    /// <summary>Between before and after.</summary>
    LinkOwn,

    /// <summary>A line over time; thick.</summary>
    LineOwn,

    /// <summary>A hollow mark: somebody else, or before.</summary>
    Mark,

    /// <summary>A filled mark: one's own municipality, or after.</summary>
    Own,

    /// <summary>A dark grey bar.</summary>
    Bar,

    /// <summary>A pale bar with an edge.</summary>
    BarLight,

    /// <summary>The bar that the sentence is about.</summary>
    BarOwn,

    /// <summary>A hatched bar: what is missing, or went the other way.</summary>
    BarHatched,

    /// <summary>An empty bar with an edge.</summary>
    BarEmpty,

    /// <summary>A shaded area behind the marks.</summary>
    Band,

    /// <summary>Plain text, 13 px.</summary>
    Text,

    /// <summary>A value or a group name, 13 px medium.</summary>
    TextValue,

    /// <summary>One's own name or value, 13 px semibold.</summary>
    TextOwn,

    /// <summary>A side remark, 12 px grey.</summary>
    TextQuiet,

    /// <summary>A number on an axis, 12 px grey.</summary>
    TextTick,

    /// <summary>Text on a dark bar, 13 px medium.</summary>
    TextOn,
}

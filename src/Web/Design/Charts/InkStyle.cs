using Mestring.Core.Charts;

namespace Mestring.Web.Design.Charts;

/// <summary>The classes of the style sheet for each ink.</summary>
internal static class InkStyle
{
    public static string Class(Ink ink) => ink switch
    {
        Ink.Grid => "grid",
        Ink.Base => "base",
        Ink.Interval => "interval",
        Ink.IntervalOwn => "interval own",
        Ink.Target => "target",
        Ink.Median => "median",
        Ink.MedianLong => "median long",
        Ink.Leader => "leader",
        Ink.Link => "link",
        Ink.LinkOwn => "link own",
        Ink.LineOwn => "line own",
        Ink.Mark or Ink.BarEmpty => "mark",
        Ink.Own => "highlight",
        Ink.Bar => "bar-mark",
        Ink.BarLight => "bar-mark light",
        Ink.BarOwn => "highlight bar-mark",
        Ink.BarHatched => "hatch",
        Ink.Band => "band",
        Ink.TextValue => "value",
        Ink.TextOwn => "own",
        Ink.TextQuiet => "quiet",
        Ink.TextTick => "tick",
        Ink.TextOn => "on",
        _ => "plain",
    };

    public static string Class(TextShape text)
    {
        var anchor = text.Anchor switch { Anchor.Middle => " m", Anchor.End => " e", _ => string.Empty };
        return $"{Class(text.Ink)}{anchor}{(text.Halo ? " halo" : string.Empty)}";
    }
}

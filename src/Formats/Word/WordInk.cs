using Mestring.Core.Charts;

namespace Mestring.Formats.Word;

/// <summary>How an ink looks on white paper; the fills differ also where the printer has no colour.</summary>
/// <param name="Line">The colour of the line or the edge; null for none.</param>
/// <param name="Points">The width of the line.</param>
/// <param name="Dash">A preset dash of DrawingML; null for a whole line.</param>
/// <param name="Fill">The colour inside, or of the letters; null for none.</param>
/// <param name="Hatched">Whether the fill is hatched.</param>
internal readonly record struct WordInk(string? Line, double Points, string? Dash, string? Fill, bool Hatched = false)
{
    private const string Black = "1E1E1E";
    private const string Grey = "595959";
    private const string Pale = "D9D9D9";
    private const string Own = "0062BA";
    private const string White = "FFFFFF";

    public static WordInk Of(Ink ink) => ink switch
    {
        Ink.Grid => new(Pale, 0.75, null, null),
        Ink.Base or Ink.Leader => new(Grey, 0.75, null, null),
        Ink.Interval => new(Grey, 1.25, null, null),
        Ink.IntervalOwn => new(Own, 2.25, null, null),
        Ink.Target => new(Black, 1.25, "sysDot", null),
        Ink.Median => new(Black, 1.5, null, null),
        Ink.MedianLong => new(Black, 0.75, null, null),
        Ink.Link => new(Pale, 3, null, null),
        Ink.LinkOwn => new("B8D4EE", 3, null, null),
        Ink.LineOwn => new(Own, 2, null, null),
        Ink.Mark or Ink.BarEmpty => new(Grey, 1.25, null, White),
        Ink.Own => new(White, 0.75, null, Own),
        Ink.Bar => new(null, 0, null, Grey),
        Ink.BarLight => new(Grey, 0.75, null, "E8E8E8"),
        Ink.BarOwn => new(null, 0, null, Own),
        Ink.BarHatched => new(Grey, 0.75, null, Grey, Hatched: true),
        Ink.Band => new(null, 0, null, "E8E8E8"),
        Ink.TextQuiet or Ink.TextTick => new(null, 0, null, Grey),
        Ink.TextOn => new(null, 0, null, White),
        _ => new(null, 0, null, Black),
    };
}

namespace Mestring.Web.Design;

/// <summary>The icons, by what they mean.</summary>
public enum Glyph
{
    Done,
    Delivered,
    Alert,
    Clock,
    UnderWay,
    Planned,
    Stopped,
    Returned,
}

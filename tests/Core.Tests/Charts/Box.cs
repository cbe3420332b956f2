using Mestring.Core.Charts;

namespace Mestring.Core.Tests.Charts;

/// <summary>The room a shape takes.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public static Box Of(Shape shape) => shape switch
    {
        LineShape l => new(Math.Min(l.X1, l.X2), Math.Min(l.Y1, l.Y2), Math.Max(l.X1, l.X2), Math.Max(l.Y1, l.Y2)),
        RectShape r => new(r.X, r.Y, r.X + r.Width, r.Y + r.Height),
        CircleShape c => new(c.X - c.Radius, c.Y - c.Radius, c.X + c.Radius, c.Y + c.Radius),
        PolyShape p => new(p.Points.Min(o => o.X), p.Points.Min(o => o.Y), p.Points.Max(o => o.X), p.Points.Max(o => o.Y)),
        TextShape t => Of(t),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static Box Of(TextShape text)
    {
        var width = TextWidth.Of(text.Text, text.Ink);
        var left = text.X - (text.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
        // From the top of a capital to the foot of a comma; descenders may share the room above the next line.
        return new(left, text.Y - (TextWidth.Size(text.Ink) * 0.75), left + width, text.Y + 1.5);
    }
}

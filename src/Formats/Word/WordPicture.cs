using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Core.Charts;
using Picture = Mestring.Core.Charts.Picture;
using Shape = Mestring.Core.Charts.Shape;

namespace Mestring.Formats.Word;

/// <summary>A chart as one native drawing: sharp at every size, editable, with alternative text. Readers older than Word 2010 get the text.</summary>
internal static class WordPicture
{
    private const double Emu = 9525;
    private const double PointsToEmu = 12700;

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    private static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    /// <summary>A paragraph with the drawing.</summary>
    /// <param name="picture">What to draw.</param>
    /// <param name="number">Unique among the figures of the document.</param>
    /// <param name="title">The name of the drawing.</param>
    /// <param name="description">Its alternative text.</param>
    public static Paragraph Paragraph(Picture picture, uint number, string title, string description)
    {
        var (width, height) = (Size(picture.Width), Size(picture.Height));
        var first = number * 1000;
        var shapes = picture.Shapes.Select((shape, i) => Element(shape, (first + 1 + (uint)i).ToString(CultureInfo.InvariantCulture), picture.Width));
        var drawing = new XElement(
            W + "drawing",
            new XElement(
                Wp + "inline",
                new XElement(Wp + "extent", new XAttribute("cx", width), new XAttribute("cy", height)),
                new XElement(Wp + "docPr", new XAttribute("id", first), new XAttribute("name", title), new XAttribute("descr", description)),
                new XElement(Wp + "cNvGraphicFramePr"),
                new XElement(
                    A + "graphic",
                    new XElement(
                        A + "graphicData",
                        new XAttribute("uri", Wpg.NamespaceName),
                        new XElement(
                            Wpg + "wgp",
                            new XElement(Wpg + "cNvGrpSpPr"),
                            new XElement(
                                Wpg + "grpSpPr",
                                new XElement(A + "xfrm", Pair("off", 0, 0), Pair("ext", width, height, "cx", "cy"), Pair("chOff", 0, 0), Pair("chExt", width, height, "cx", "cy"))),
                            shapes)))));
        var content = new XElement(
            Mc + "AlternateContent",
            new XAttribute(XNamespace.Xmlns + "mc", Mc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "wpg", Wpg.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "wps", Wps.NamespaceName),
            new XElement(Mc + "Choice", new XAttribute("Requires", "wpg"), drawing),
            new XElement(Mc + "Fallback", new XElement(W + "t", description)));
        return new(new ParagraphProperties(new KeepNext()), new Run(new AlternateContent(content.ToString(SaveOptions.DisableFormatting))));
    }

    private static XElement Element(Shape shape, string id, double whole) => shape switch
    {
        LineShape l => Drawn(id, l, Math.Min(l.X1, l.X2), Math.Min(l.Y1, l.Y2), Math.Abs(l.X2 - l.X1), Math.Abs(l.Y2 - l.Y1), Preset("line"), flip: (l.X2 - l.X1) * (l.Y2 - l.Y1) < 0),
        RectShape r => Drawn(id, r, r.X, r.Y, r.Width, r.Height, Preset("rect")),
        CircleShape c => Drawn(id, c, c.X - c.Radius, c.Y - c.Radius, 2 * c.Radius, 2 * c.Radius, Preset("ellipse")),
        PolyShape p => Drawn(id, p),
        TextShape t => Written(id, t, whole),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), $"Word has no way to draw {shape.GetType().Name}."),
    };

    private static XElement Drawn(string id, PolyShape poly)
    {
        var (left, top) = (poly.Points.Min(p => p.X), poly.Points.Min(p => p.Y));
        var (width, height) = (poly.Points.Max(p => p.X) - left, poly.Points.Max(p => p.Y) - top);
        var steps = poly.Points.Select((p, i) => new XElement(A + (i == 0 ? "moveTo" : "lnTo"), Pair("pt", Size(p.X - left), Size(p.Y - top))));
        var path = new XElement(
            A + "path",
            new XAttribute("w", Size(width)),
            new XAttribute("h", Size(height)),
            poly.Closed ? null : new XAttribute("fill", "none"),
            steps,
            poly.Closed ? new XElement(A + "close") : null);
        return Drawn(id, poly, left, top, width, height, new XElement(A + "custGeom", new XElement(A + "pathLst", path)));
    }

    private static XElement Drawn(string id, Shape shape, double left, double top, double width, double height, XElement geometry, bool flip = false) => new(
        Wps + "wsp",
        new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", WordText.Clean(shape.Title ?? string.Empty))),
        new XElement(Wps + "cNvSpPr"),
        new XElement(Wps + "spPr", Place(left, top, width, height, flip), geometry, Fill(shape), Edge(shape)),
        new XElement(Wps + "bodyPr"));

    private static XElement Written(string id, TextShape text, double whole)
    {
        // Wider than measured: another font may stand in for ours, and the box itself is not seen. But inside the picture,
        // since LibreOffice stretches a group to hold what stands outside it.
        var measured = TextWidth.Of(text.Text, text.Ink);
        var room = text.Anchor switch { Anchor.Middle => 2 * Math.Min(text.X, whole - text.X), Anchor.End => text.X, _ => whole - text.X };
        var width = Math.Max(measured, Math.Min((measured * 1.35) + 4, room));
        var size = TextWidth.Size(text.Ink);
        var left = text.X - (text.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
        var align = text.Anchor switch { Anchor.Middle => "center", Anchor.End => "right", _ => "left" };
        var bold = text.Ink is Ink.TextOwn or Ink.TextValue or Ink.TextOn ? new XElement(W + "b") : null;
        var letters = new XElement(
            W + "rPr",
            // Its widths are those of the font every office suite puts in its place; the labels were measured in a wider one.
            new XElement(W + "rFonts", new XAttribute(W + "ascii", "Arial"), new XAttribute(W + "hAnsi", "Arial"), new XAttribute(W + "cs", "Arial")),
            bold,
            new XElement(W + "color", new XAttribute(W + "val", WordInk.Of(text.Ink).Fill!)),
            new XElement(W + "sz", new XAttribute(W + "val", (size * 1.5).ToString("0", CultureInfo.InvariantCulture))));
        var paragraph = new XElement(
            W + "p",
            new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", "ChartText")), new XElement(W + "jc", new XAttribute(W + "val", align))),
            new XElement(W + "r", letters, new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), WordText.Clean(text.Text))));
        string[] sides = ["lIns", "tIns", "rIns", "bIns"];
        return new(
            Wps + "wsp",
            new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", WordText.Clean(text.Text))),
            new XElement(Wps + "cNvSpPr", new XAttribute("txBox", 1)),
            new XElement(Wps + "spPr", Place(left, text.Y - (size * 1.12), width, size * 1.55, flip: false), Preset("rect"), new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(Wps + "txbx", new XElement(W + "txbxContent", paragraph)),
            new XElement(Wps + "bodyPr", new XAttribute("wrap", "none"), sides.Select(s => new XAttribute(s, 0)), new XAttribute("anchor", "ctr"), new XElement(A + "noAutofit")));
    }

    private static XElement Place(double left, double top, double width, double height, bool flip) => new(
        A + "xfrm",
        flip ? new XAttribute("flipV", 1) : null,
        Pair("off", Size(left), Size(top)),
        Pair("ext", Size(width), Size(height), "cx", "cy"));

    private static XElement Fill(Shape shape) => WordInk.Of(shape.Ink) switch
    {
        { Hatched: true, Fill: { } colour } => new(A + "pattFill", new XAttribute("prst", "ltUpDiag"), new XElement(A + "fgClr", Colour(colour)), new XElement(A + "bgClr", Colour("FFFFFF"))),
        { Fill: { } colour } => new(A + "solidFill", Colour(colour)),
        _ => new(A + "noFill"),
    };

    private static XElement Edge(Shape shape) => WordInk.Of(shape.Ink) switch
    {
        { Line: { } colour } ink => new(
            A + "ln",
            new XAttribute("w", (long)(ink.Points * PointsToEmu)),
            new XElement(A + "solidFill", Colour(colour)),
            ink.Dash is null ? null : new XElement(A + "prstDash", new XAttribute("val", ink.Dash))),
        _ => new(A + "ln", new XElement(A + "noFill")),
    };

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));

    private static XElement Preset(string name) => new(A + "prstGeom", new XAttribute("prst", name), new XElement(A + "avLst"));

    private static XElement Pair(string name, long x, long y, string first = "x", string second = "y") => new(A + name, new XAttribute(first, x), new XAttribute(second, y));

    private static long Size(double pixels) => (long)Math.Round(pixels * Emu);
}

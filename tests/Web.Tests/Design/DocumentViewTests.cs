using AngleSharp.Dom;
using Mestring.Core.Documents;
using Mestring.Tests.Samples;
using Mestring.Web.Design;
using Document = Mestring.Core.Documents.Document;

namespace Mestring.Web.Tests.Design;

public sealed class DocumentViewTests
{
    [Fact]
    public async Task A_document_on_a_page_has_one_title_and_skips_no_heading_level()
    {
        var body = await Shown();
        Assert.Equal("Resultat for Dømevik", body.QuerySelectorAll("h1").Single().TextContent);
        var levels = body.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), p => Assert.InRange(p.Second, 2, p.First + 1));
        Drawn.IdsAreSound(body);
    }

    [Fact]
    public async Task Tables_and_figures_keep_their_words()
    {
        var body = await Shown();
        Assert.Equal(["Brukarar 16 år og over", "Plasser i nettverket"], body.QuerySelectorAll("caption").Select(c => c.TextContent), StringComparer.Ordinal);
        Assert.Equal("Dømevik", body.QuerySelector("tr.own th[scope=row]")!.TextContent);
        Assert.Equal("Nynorsk: ikkje HTML <b>", body.QuerySelector("p.note")!.TextContent);
    }

    private static async Task<IElement> Shown() => await Drawn.Body<DocumentView>(Language.Nn, ("Document", new Document(
        "Resultat for Dømevik",
        Language.Nn,
        "Dømevik kommune",
        new(2027, 2, 11, 13, 3, 0, TimeSpan.Zero),
        [
            new Paragraph("Hovudbodskapen.", IsLead: true),
            new Heading(1, "Brukarar"),
            new Table("Brukarar 16 år og over", [new("Kommune"), new("Per 1 000", IsNumber: true)], [new(["Dømevik", "4,9"], IsOwn: true), new(["Testnes", ":"])], ": er skjult."),
            new Heading(2, "Figurar"),
            new Figure(SampleCharts.Squares()),
            new Note("Nynorsk: ikkje HTML <b>"),
        ])));
}

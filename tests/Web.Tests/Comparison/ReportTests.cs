using System.Net;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Comparison;

public sealed class ReportTests
{
    [Theory]
    [InlineData("nb", "nb-NO", "Rapport for Eksempelvik", "Vedtakstimer før og etter")]
    [InlineData("nn", "nn-NO", "Rapport for Eksempelvik", "Vedtakstimar før og etter")]
    [InlineData("en", "en-GB", "Report of Eksempelvik", "Granted hours before and after")]
    public async Task The_coordinator_fetches_a_Word_file_with_headings_tables_and_pictures(string language, string tag, string title, string heading)
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901", language: language);

        var page = await coordinator.Get("/m/9901/rehab/report");
        var reply = await coordinator.Get("/m/9901/rehab/report.docx");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        using var word = WordprocessingDocument.Open(new MemoryStream(reply.Body), isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!;
        Assert.Equal(title, word.PackageProperties.Title);
        Assert.Equal(tag, word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1").Select(p => p.InnerText).ToList();
        Assert.Contains(heading, headings, StringComparer.Ordinal);
        Assert.Equal(page.Page.QuerySelectorAll(".document > h2").Select(h => h.TextContent), headings, StringComparer.Ordinal);
        var pictures = body.Descendants<DocProperties>().Select(p => p.Description?.Value).ToList();
        Assert.Equal(page.Page.QuerySelectorAll("figure.chart").Length, pictures.Count);
        Assert.All(pictures, p => Assert.False(string.IsNullOrWhiteSpace(p)));
        Assert.Equal(page.Page.QuerySelectorAll("table").Length, body.Descendants<Table>().Count());
        Assert.DoesNotContain("HEMMELIG", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leader_s_file_holds_released_figures_only()
    {
        using var app = await Run();
        var leader = await app.As(Role.Leader, "", "rehab");

        var reply = await leader.Get("/desk/rehab/report.docx");

        using var word = WordprocessingDocument.Open(new MemoryStream(reply.Body), isEditable: false);
        var rows = word.MainDocumentPart!.Document.Body!.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray());
        Assert.All(rows.Where(r => r[0] is "Småvik"), r => Assert.All(r[1..], c => Assert.Equal(":", c)));
    }

    [Fact]
    public async Task Every_fetch_stands_in_the_audit_trail()
    {
        using var app = await Run();

        await (await app.As(Role.Coordinator, "9901")).Get("/m/9901/rehab/report.docx");

        var entry = await app.Database(db => db.Audit.SingleAsync());
        Assert.Equal("download-report", entry.Action);
        Assert.Equal("9901", entry.Municipality.ToString());
        Assert.Equal("rehab", entry.Network);
    }

    [Fact]
    public async Task Everybody_in_the_municipality_reads_its_report_and_nobody_else_does()
    {
        using var app = await Run();

        foreach (var role in new[] { Role.Coordinator, Role.Approver, Role.Reader, Role.Professional })
        {
            var person = await app.As(role, "9901");
            Assert.Equal(HttpStatusCode.OK, (await person.Get("/m/9901/rehab/report")).Status);
            Assert.Equal(HttpStatusCode.OK, (await person.Get("/m/9901/rehab/report.docx")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(Role.Coordinator, "9902")).Get("/m/9901/rehab/report.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(Role.Leader, "", "annet")).Get("/desk/rehab/report")).Status);
    }

    private static async Task<App> Run()
    {
        var app = new App();
        (string, string, int)[] members = [("9901", "Eksempelvik", 14), ("9902", "Prøvedal", 16), ("9903", "Dømevik", 18), ("9904", "Ålnes", 20), ("9905", "Småvik", 4)];
        await app.Network("rehab", Seeded.Reablement, new DateOnly(2026, 1, 13), [.. members.Select(m => (m.Item1, m.Item2))]);
        for (var i = 0; i < members.Length; i++)
        {
            await Courses.Add(app, "rehab", members[i].Item1, members[i].Item3, seed: i + 1);
        }

        return app;
    }
}

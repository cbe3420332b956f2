using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;

namespace Mestring.Web.Tests.Imports;

public sealed class ExportTests
{
    private const string File = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Mål 1;Mål 1 utførelse start;Mål 1 tilfredshet start;Enhet;Tjeneste;Timer;Vedtak fra\nE-1;1944;Kvinne;alene;nei;16.11.2026;Gå tur;3;2;=1+1;1;2,5;01.09.2026\n";
    private const string Address = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/export";

    [Fact]
    public async Task What_people_download_can_be_read_back_and_holds_no_formula()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        var csv = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=people")).Body);

        Assert.StartsWith("\uFEFFPseudonym;Fødselsår;Kjønn;", csv, StringComparison.Ordinal);
        Assert.Contains("E-1;1944;Kvinne;Bor alene;", csv, StringComparison.Ordinal);
        Assert.Contains(";'=1+1;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Gå tur", csv, StringComparison.Ordinal);
        var (_, page) = await world.Check(csv);
        Assert.Equal(["0", "0", "1", "0"], page.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()));
    }

    [Fact]
    public async Task Programs_get_paths_and_codes_and_goal_texts_only_when_asked_for()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        var csv = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=machines&texts=true")).Body);

        Assert.StartsWith("pseudonym,birth-year,sex,", csv, StringComparison.Ordinal);
        Assert.Contains("E-1,1944,Woman,Alone,", csv, StringComparison.Ordinal);
        Assert.Contains(",Gå tur,", csv, StringComparison.Ordinal);
        Assert.Contains(",2026-11-16,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_has_words_beside_codes_decisions_and_definitions()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        var bytes = (await world.Coordinator.Get($"{Address}.xlsx")).Body;

        using (var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document));
        }

        using var file = ExcelFile.Open(new MemoryStream(bytes), TableLimits.Default);
        Assert.Equal(["Forløp", "Vedtak", "Arbeidstid", "Om kolonnene"], file.Sheets.Select(s => s.Name));
        using var courses = file.Read("Forløp");
        Assert.Equal(["Pseudonym", "Fødselsår", "Kjønn", "sex"], courses.Read()!.Cells.Take(4).Select(c => c.Text));
        Assert.Equal(["E-1", "1944", "Kvinne", "Woman"], courses.Read()!.Cells.Take(4).Select(c => c.Text));
        using var grants = file.Read("Vedtak");
        grants.Read();
        var grant = grants.Read()!;
        Assert.Equal("E-1", grant[0].Text);
        Assert.Contains("2.5", grant.Cells.Select(c => c.Text));
        Assert.Contains("2026-09-01", grant.Cells.Select(c => c.Text));
        using var definitions = file.Read("Om kolonnene");
        var told = new List<string>();
        while (definitions.Read() is { } row)
        {
            told.Add(string.Join('|', row.Cells.Select(c => c.Text)));
        }

        Assert.Contains(told, row => row.StartsWith("faggruppe|input.profession|kode|OccupationalTherapist = Ergoterapeut;", StringComparison.Ordinal));
        Assert.Contains(told, row => row.Contains("|start.sppb.walk1|tall|0–300|!declined = ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decisions_and_working_time_come_as_text_files_too_and_can_be_read_back()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        await world.Read("Referanse;Oppstart;Uke;Faggruppe;Direktetid;Reisetid\nE-1;16.11.2026;3;Ergoterapeut;60;15\n");

        Assert.Contains("E-1;16.11.2026;", Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=people&part=Grants")).Body), StringComparison.Ordinal);
        foreach (var part in new[] { "Grants", "Work" })
        {
            var csv = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=machines&part={part}")).Body);
            var (_, page) = await world.Check(csv);
            Assert.Equal((part, "0", "0", "1", "0"), page.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()).ToArray() is [var made, var changed, var same, var refused] ? (part, made, changed, same, refused) : default);
        }
    }

    [Fact]
    public async Task The_page_offers_the_files_and_every_download_stands_in_the_log()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        Assert.Contains("Kommunen har ett forløp i nettverket.", (await world.Coordinator.Get(Address)).Text, StringComparison.Ordinal);
        await world.Coordinator.Get($"{Address}.csv");
        Assert.Contains("Forløp lastet ned", (await world.Coordinator.Get($"/m/{CaseWorld.Own}/log")).Text, StringComparison.Ordinal);
    }
}

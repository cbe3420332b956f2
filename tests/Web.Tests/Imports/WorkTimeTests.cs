using Mestring.Core.Measures;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

public sealed class WorkTimeTests
{
    private const string Courses = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;1944;Kvinne;alene;nei;16.11.2026\n";
    private const string Weeks =
        "Referanse;Oppstart;Uke;Profesjon;minutter med brukeren;minutter på vei;minutter til samordning\n"
        + "E-1;16.11.2026;1;Ergoterapeut;120;30;45\nE-1;16.11.2026;1;hjemmetrener;300;;\nE-1;16.11.2026;2;Ergoterapeut;60;15;\n";

    [Theory]
    [InlineData("nb", Weeks)]
    [InlineData("nn", "Referanse;Oppstart;Veke;Profesjon;minutt med brukaren;minutt på veg;minutt til samordning\nE-1;16.11.2026;1;Ergoterapeut;120;30;45\nE-1;16.11.2026;1;heimetrenar;300;;\nE-1;16.11.2026;2;Ergoterapeut;60;15;\n")]
    [InlineData("en", "Reference;Oppstart;Week;Profession;minutes with the person;minutes of travel;minutes of coordination\nE-1;16.11.2026;1;Occupational therapist;120;30;45\nE-1;16.11.2026;1;HomeTrainer;300;;\nE-1;16.11.2026;2;Occupational therapist;60;15;\n")]
    public async Task Minutes_of_a_week_and_a_profession_are_read_in_every_language(string language, string file)
    {
        using var world = await ImportWorld.New(language);
        await world.Read(Courses);
        await world.Read(file);

        Assert.Equal(
            [(1, Profession.HomeTrainer, 300, null, null), (1, Profession.OccupationalTherapist, 120, 30, 45), (2, Profession.OccupationalTherapist, 60, 15, (int?)null)],
            (await Input(world)).Select(i => (i.Week, i.Profession, i.Direct, i.Travel, i.Coordination)));
        var outcome = Assert.Single(await world.App.Database(CaseWorld.Own, db => CaseOutcomes.Of(db, CaseWorld.Slug, default)));
        Assert.Equal(570, outcome.Input.Sum(i => i.Minutes));
    }

    [Fact]
    public async Task Reading_the_file_again_changes_nothing_and_undoing_takes_the_weeks_away()
    {
        using var world = await ImportWorld.New();
        await world.Read(Courses);
        var first = await world.Read(Weeks);
        var (again, second) = await world.Check(Weeks);
        Assert.Equal(["0", "0", "1", "0"], second.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()));
        await world.Press(again, "remove");

        await world.Press(first, "undo");
        Assert.Empty(await Input(world));
        Assert.Single(await world.Courses());
    }

    [Fact]
    public async Task What_the_workbook_holds_of_working_time_can_be_read_back()
    {
        using var world = await ImportWorld.New();
        await world.Read(Courses);
        await world.Read(Weeks);
        using var workbook = ExcelFile.Open(new MemoryStream((await world.Coordinator.Get($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/export.xlsx")).Body), TableLimits.Default);
        using var sheet = workbook.Read("Arbeidstid");
        var lines = new List<string>();
        while (sheet.Read() is { } row)
        {
            lines.Add(string.Join(';', Enumerable.Range(0, 8).Select(i => row[i].Text)));
        }

        Assert.Equal(4, lines.Count);
        var (_, page) = await world.Check(string.Join('\n', lines));
        Assert.Equal(["0", "0", "1", "0"], page.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()));
    }

    private static Task<List<InputRow>> Input(ImportWorld world) => world.App.Database(
        CaseWorld.Own, async db => (await db.Input.AsNoTracking().ToListAsync()).OrderBy(i => i.Week).ThenBy(i => $"{i.Profession}", StringComparer.Ordinal).ToList());
}

using System.Text;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>What is downloaded is read back as it was, and what one changes in it is what changes.</summary>
public sealed class RoundTripTests
{
    private const string Address = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/export";

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Every_export_is_read_back_as_unchanged_and_one_edit_is_one_change(string language)
    {
        using var world = await Filled(language);
        foreach (var part in new[] { "Courses", "Grants", "Work" })
        {
            foreach (var form in new[] { "people", "machines" })
            {
                var csv = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form={form}&part={part}&texts=true")).Body);
                Assert.Equal((part, form, "0 0 1 0"), (part, form, await Sum(world, Encoding.UTF8.GetBytes(csv), "export.csv", "")));
            }
        }

        var workbook = (await world.Coordinator.Get($"{Address}.xlsx?texts=true")).Body;
        using var file = ExcelFile.Open(new MemoryStream(workbook), TableLimits.Default);
        foreach (var sheet in file.Sheets.SkipLast(1))
        {
            Assert.Equal((sheet.Name, "0 0 1 0"), (sheet.Name, await Sum(world, workbook, "export.xlsx", sheet.Name)));
        }
    }

    [Fact]
    public async Task A_decision_typed_by_hand_is_the_same_decision_in_a_file_and_can_be_changed_there()
    {
        using var world = await Filled("nb");
        var csv = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=machines&part=Grants")).Body);
        await world.App.Database(CaseWorld.Own, db => db.Grants.ExecuteUpdateAsync(g => g.SetProperty(x => x.Key, "a1b2")));

        // By service and day, whatever its key; and by its key when the day is what was corrected.
        Assert.Equal("0 0 1 0", await Sum(world, Encoding.UTF8.GetBytes(csv), "export.csv", ""));
        var exported = Encoding.UTF8.GetString((await world.Coordinator.Get($"{Address}.csv?form=machines&part=Grants")).Body);
        await world.Read(exported.Replace("2026-09-01", "2026-09-08", StringComparison.Ordinal));

        Assert.Equal([("a1b2", new DateOnly(2026, 9, 8), 2.5)], await world.App.Database(CaseWorld.Own, async db => (await db.Grants.AsNoTracking().ToListAsync()).ConvertAll(g => (g.Key, g.ValidFrom, g.Amount))));
    }

    [Theory]
    [InlineData("E-1;16.11.2026;3;20;mnd;01.10.2026;31.12.9999", 20, GrantUnitNames.Month)]
    [InlineData("E-1;16.11.2026;3;20;uke;01.10.2026;", 20, GrantUnitNames.Week)]
    public async Task Beside_a_service_dates_and_units_are_those_of_the_decision(string row, double amount, string unit)
    {
        using var world = await Filled("nb");
        await world.Read("Referanse;Oppstart;Tjeneste;Timer;Enhet;Fra dato;Til dato\n" + row + "\n");

        var course = Assert.Single(await world.Courses());
        Assert.Equal((new DateOnly(2026, 11, 16), null, "Sone nord"), (course.StartedOn, course.EndedOn, course.Unit));
        var grant = await world.App.Database(CaseWorld.Own, db => db.Grants.AsNoTracking().SingleAsync(g => g.ValidFrom == new DateOnly(2026, 10, 1)));
        Assert.Equal((amount, unit, null), (grant.Amount, grant.Unit.ToString(), grant.ValidTo));
    }

    private static async Task<ImportWorld> Filled(string language)
    {
        var world = await ImportWorld.New(language);
        await world.Read(
            "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Start: dato;Mål 1;COPM utførelse mål 1 start;COPM tilfredshet mål 1 start;Enhet eller team;TUG start;Vedtak, tjeneste;Vedtak, timer;Vedtak, fra\n"
            + "E-1;1944;Kvinne;alene;nei;16.11.2026;18.11.2026;Gå tur;3;2;Sone nord;12,5;1;2,5;01.09.2026\n");
        await world.Read("Referanse;Oppstart;Uke;Faggruppe;Direktetid;Reisetid\nE-1;16.11.2026;3;Ergoterapeut;60;15\n");
        return world;
    }

    /// <summary>New, changed, the same and refused.</summary>
    private static async Task<string> Sum(ImportWorld world, byte[] bytes, string name, string sheet)
    {
        var uploaded = await world.Coordinator.Upload(ImportWorld.Start, "file", name, bytes, ("sheet", sheet));
        var address = uploaded.Location![..^"/columns".Length];
        await world.Coordinator.Submit($"{address}/columns");
        var page = await world.Coordinator.Get(address);
        Assert.DoesNotContain("imports.not-read", page.Text, StringComparison.Ordinal);
        return string.Join(' ', page.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()));
    }

    private static class GrantUnitNames
    {
        public const string Month = "Month";
        public const string Week = "Week";
    }
}

using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>No answer shows a case without a line in the trail.</summary>
public sealed class ReadTrailTests
{
    [Theory]
    [InlineData("goals", "text1", "")]
    [InlineData("measurements/start/sppb?by=points", "balance", "4")]
    [InlineData("measurements/start/status", "status", "")]
    [InlineData("edit", "birth-year", "1820")]
    [InlineData("end", "reason", "")]
    public async Task A_refused_form_shows_what_is_stored_and_is_noted_as_read(string page, string field, string value)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", ("balance", "1"), ("gait", "1"), ("chair", "1"));
        var before = await Reads(world);

        var answer = await world.Nurse.Post($"{address}/{page}", ("version", "0"), (field, value));

        Assert.True(answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, $"{page} answered {(int)answer.Status}");
        Assert.Equal(before + 1, await Reads(world));
    }

    [Fact]
    public async Task A_page_that_is_opened_is_noted_once_and_one_that_is_not_there_is_not()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var before = await Reads(world);

        await world.Nurse.Get(address);
        Assert.Equal(before + 1, await Reads(world));
        await world.Nurse.Get($"{CaseWorld.List}/{Guid.CreateVersion7(App.Start)}");
        Assert.Equal(before + 1, await Reads(world));
    }

    [Fact]
    public async Task A_list_of_cases_is_noted_in_one_line_with_how_many()
    {
        using var world = await CaseWorld.New();
        await world.Start();

        await world.Nurse.Get(CaseWorld.List);

        var line = await world.App.Database(db => db.Audit.SingleAsync(a => a.Action == "list-cases"));
        Assert.Equal("""{"count":"1"}""", line.After);
    }

    [Fact]
    public async Task The_workbook_of_refused_rows_is_noted_in_one_line_with_how_many()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check("Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;1944;Kvinne;alene;nei;01.12.2026\nE-2;1944;Kvinne;alene;nei;31.02.2026\n");

        await world.Coordinator.Get($"{address}/rows.xlsx");

        Assert.Equal("""{"count":"1"}""", (await world.App.Database(db => db.Audit.SingleAsync(a => a.Action == "fetch-refused-rows"))).After);
        Assert.Contains("Hentet rader som ikke ble lest inn", (await world.Coordinator.Get($"/m/{CaseWorld.Own}/log")).Text, StringComparison.Ordinal);
    }

    private static Task<int> Reads(CaseWorld world) => world.App.Database(db => db.Audit.CountAsync(a => a.Action == Audit.ReadCase));
}

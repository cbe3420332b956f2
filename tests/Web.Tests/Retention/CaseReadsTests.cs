using System.Text;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Mestring.Web.Tests.Imports;

namespace Mestring.Web.Tests.Retention;

/// <summary>Whoever has seen what stands in a course is found: on its pages, in a file of all courses, or in the check of an import.</summary>
public sealed class CaseReadsTests
{
    private const string Network = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}";

    [Fact]
    public async Task Who_fetched_all_courses_while_the_course_was_there_has_seen_it_and_nobody_else()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await coordinator.Get($"{Network}/export.csv");
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        var course = await world.Course("E-0001", "2026-11-16");
        Assert.Equal(0, await Rows(coordinator, "Forløp lastet ned"));

        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await coordinator.Get($"{Network}/export.csv");
        await coordinator.Get($"{Network}/export.xlsx");
        Assert.Equal(2, await Rows(coordinator, "Forløp lastet ned"));

        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await coordinator.Submit($"{course}/delete", ("pseudonym", "E-0001"));
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await coordinator.Get($"{Network}/export.csv");

        Assert.Equal(2, await Rows(coordinator, "Forløp lastet ned"));
        Assert.Contains("Test Coordinator;Forløp lastet ned;", Encoding.UTF8.GetString((await coordinator.Get($"/m/{CaseWorld.Own}/reads.csv?pseudonym=E-0001")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saw_what_an_import_would_change_in_the_course_has_read_it()
    {
        using var world = await ImportWorld.New();
        const string file = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-0001;1944;Kvinne;alene;nei;16.11.2026\nE-0002;1950;Mann;alene;nei;16.11.2026\n";
        await world.Read(file);
        Assert.Equal(0, await Rows(world.Coordinator, "Leste et forløp"));

        await world.Check(file.Replace("1944", "1945", StringComparison.Ordinal));

        Assert.Equal(1, await Rows(world.Coordinator, "Leste et forløp"));
        Assert.Equal(0, await Rows(world.Coordinator, "Leste et forløp", "E-0002"));
    }

    [Fact]
    public async Task Small_letters_find_a_course_that_is_there_as_well_as_one_that_is_deleted()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Nurse.Get(await world.Course("E-0001", "2026-11-16"));

        Assert.Equal(1, await Rows(coordinator, "Leste et forløp", "e-0001"));
    }

    private static async Task<int> Rows(Browser coordinator, string did, string pseudonym = "E-0001") =>
        (await coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym={pseudonym}")).Page.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains(did, StringComparison.Ordinal));
}

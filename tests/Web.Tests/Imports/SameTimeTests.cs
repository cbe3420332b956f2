using Mestring.Web.Tests.Cases;

namespace Mestring.Web.Tests.Imports;

/// <summary>One person with several cases, one after the other; a start that was corrected does not make a second one beside the first.</summary>
public sealed class SameTimeTests
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Sluttdato;Sluttårsak";
    private const string Same = "Personen har et forløp på samme tid";

    [Fact]
    public async Task Two_cases_of_one_file_at_the_same_time_are_asked_about()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head}\n{Row("E-1", "16.11.2026")}\n{Row("E-2", "16.11.2026")}\n{Row("E-1", "17.11.2026")}\n");
        Assert.Contains("1 av 3 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains(Same, page.Text, StringComparison.Ordinal);

        await world.Coordinator.Send(page, $"{address}/check", ("cure-OverlappingCase", "true"));
        await world.Press(address, "approve");
        Assert.Equal(3, (await world.Courses()).Count);
    }

    [Fact]
    public async Task A_start_that_was_corrected_in_the_file_makes_no_second_case()
    {
        using var world = await ImportWorld.New();
        await world.Read($"{Head}\n{Row("E-1", "16.11.2026")}\n");
        var (_, page) = await world.Check($"{Head}\n{Row("E-1", "17.11.2026")}\n");
        Assert.Contains("0 av 1 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains("16.11.2026", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_ends_the_first_case_may_begin_the_next()
    {
        using var world = await ImportWorld.New();
        await world.Read($"{Head}\n{Row("E-1", "02.11.2026")}\n");
        var (address, page) = await world.Check($"{Head}\n{Row("E-1", "02.11.2026", "14.11.2026;Flyttet")}\n{Row("E-1", "16.11.2026")}\n");
        Assert.DoesNotContain(Same, page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Equal(2, (await world.Courses()).Count);
    }

    private static string Row(string who, string start, string end = ";") => $"{who};1944;Kvinne;alene;nei;{start};{end}";
}

using Mestring.Core.Measures;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>Signs and codes that a record writes where it knows nothing, once somebody has said which they are.</summary>
public sealed class MissingCodeTests
{
    private const string File =
        "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start;Fall\nE-1;1944;Kvinne;alene;nei;01.12.2026;-;99\nE-2;1944;Kvinne;alene;nei;01.12.2026;null;2\n";

    [Fact]
    public async Task Are_read_as_empty_cells_in_this_file_and_the_next()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check(File);
        Assert.Contains("0 av 2 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains("Står et ord eller tegn for noe som mangler", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Submit($"{address}/columns", ("licence", "true"), ("missing", "-, NULL; 99"));
        await world.Press(address, "approve");
        Assert.Equal([null, 2], (await world.Courses()).Select(c => c.Falls));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Measurements.CountAsync(m => m.Point == MeasurementPoint.Start && m.Answers.Contains("tug"))));

        (_, page) = await world.Check(File.Replace("E-", "F-", StringComparison.Ordinal));
        Assert.Contains("2 av 2 rader er klare", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_key_is_one_of_them_says_what_is_missing()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File + "99;1944;Kvinne;alene;nei;01.12.2026;;\nE-3;1944;Kvinne;alene;nei;-;;\n");
        await world.Coordinator.Submit($"{address}/columns", ("licence", "true"), ("missing", "-, NULL, 99"));
        var page = await world.Coordinator.Get(address);
        Assert.Contains("2 av 4 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mangler: Pseudonym", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mangler: Startdato", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_cannot_be_read_are_left_out_with_their_decision_and_nothing_else()
    {
        using var world = await ImportWorld.New("en");
        const string head = "Pseudonym;Birth year;Sex;Household;New user;Start date;Service;Hours;Grant from";
        var (address, page) = await world.Check(
            $"{head}\nE-1;1944;Woman;Alone;no;01.12.2026;1;20 t/mnd;01.10.2026\nE-2;1944;Woman;Alone;no;01.12.2026;1;4,5;01.10.2026\n");
        Assert.Contains("1 of 2 rows are ready", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Send(page, $"{address}/check", ("cure-NotANumber.grant.amount", "true"));
        Assert.Contains("2 of 2 rows are ready", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Equal([4.5], await world.App.Database(CaseWorld.Own, db => db.Grants.Select(g => g.Amount).ToListAsync()));
    }
}

using System.Net;
using Mestring.Core.Measures;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>What an import never does by itself: believe one of two rows, rewrite a goal, take a gap for a zero, keep a name, or forget why.</summary>
public sealed class NothingBehindOnesBackTests
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart";
    private const string Good = "E-1;1944;Kvinne;alene;nei;01.12.2026";

    [Fact]
    public async Task Of_two_rows_that_differ_neither_is_taken_and_both_are_handed_back_with_the_reason()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head};TUG start\n{Good};12\nE-1;1945;Kvinne;alene;nei;01.12.2026;\nE-2;1940;Mann;alene;nei;01.12.2026;9\n");
        Assert.Contains("1 av 3 rader er klare", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Send(page, $"{address}/approve", ("valid-only", "true"));
        Assert.Equal("E-2", Assert.Single(await world.Courses()).Pseudonym);

        using var refused = ExcelFile.Open(new MemoryStream((await world.Coordinator.Get($"{address}/rows.xlsx")).Body), TableLimits.Default);
        using var rows = refused.Read();
        rows.Read();
        var (first, second) = (rows.Read()!, rows.Read()!);
        Assert.Null(rows.Read());
        Assert.Equal((("E-1", "1944", "2"), ("E-1", "1945", "3")), ((first[0].Text, first[1].Text, first[7].Text), (second[0].Text, second[1].Text, second[7].Text)));
        Assert.All([first, second], row => Assert.StartsWith("B Fødselsår: Fødselsår: To rader om det samme sier hver sitt.", row[8].Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_words_of_a_goal_that_is_rated_stay()
    {
        using var world = await ImportWorld.New();
        await world.Read($"{Head};Mål 1;Mål 1 utførelse start;Mål 1 tilfredshet start\n{Good};Gå tur;3;2\n");
        var (address, page) = await world.Check("Referanse;Oppstart;Mål 1;Fall\nE-1;01.12.2026;Gå lang tur;2\n");
        Assert.Contains("Nye ord på et mål som alt er vurdert", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 av 1 rader er klare", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Send(page, $"{address}/check", ("cure-GoalChanged.goal.text", "true"));
        await world.Press(address, "approve");
        Assert.Equal(2, Assert.Single(await world.Courses()).Falls);
        Assert.Equal("Gå tur", await world.App.Database(CaseWorld.Own, db => db.Goals.Select(g => g.Text).SingleAsync()));
    }

    [Fact]
    public async Task Zero_seconds_are_points_only_when_somebody_says_what_they_mean()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head};Reise seg tid start\n{Good};0\n");
        Assert.Contains("0 av 1 rader er klare", page.Text, StringComparison.Ordinal);
        await world.Coordinator.Send(page, $"{address}/check", ("word-sppb.chair-time-0", NotDone.NoTime));
        await world.Press(address, "approve");
        Assert.Null(await Chair(world));

        // The answer is remembered, and can be another one for another file.
        (address, page) = await world.Check($"{Head};Reise seg tid start\nE-2;1944;Kvinne;alene;nei;01.12.2026;0\n");
        Assert.Contains("1 av 1 rader er klare", page.Text, StringComparison.Ordinal);
        await world.Press(address, "remove");

        using var other = await ImportWorld.New();
        (address, page) = await other.Check($"{Head};Reise seg tid start\n{Good};0\n");
        await other.Coordinator.Send(page, $"{address}/check", ("word-sppb.chair-time-0", "0"));
        await other.Press(address, "approve");
        Assert.Equal(0, (await Chair(other))!.Value.Points);
    }

    [Fact]
    public async Task A_total_of_SPPB_without_its_parts_makes_no_measurement()
    {
        using var world = await ImportWorld.New();
        await world.Read($"{Head};SPPB sum start\n{Good};9\n");
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Measurements.CountAsync()));
    }

    [Fact]
    public async Task Decisions_on_services_that_are_not_followed_can_be_left_out_and_the_others_taken()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head};Tjeneste;Timer;Vedtak fra\n{Good};12;3;01.10.2026\n{Good};1;4;01.10.2026\n");
        Assert.Contains("1 av 2 rader er klare", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Send(page, $"{address}/check", ("cure-RetiredService.grant.service", "true"));
        page = await world.Coordinator.Get(address);
        Assert.Contains("2 av 2 rader er klare", page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Equal(["1"], await world.App.Database(CaseWorld.Own, db => db.Grants.Select(g => g.Service).ToListAsync()));
    }

    [Fact]
    public async Task Names_addresses_and_telephone_numbers_are_not_kept()
    {
        using var world = await ImportWorld.New();
        var address = await world.Upload($"{Head};Fornavn;Etternavn;Mobil\n{Good};Kari;Nordmann;900 00 000\n");
        var columns = await world.Coordinator.Get($"{address}/columns");

        Assert.Contains("Navn og kontaktopplysninger tar vi ikke vare på", columns.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nordmann", columns.Text, StringComparison.Ordinal);
        var kept = Assert.Single(await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Cells).ToListAsync()));
        Assert.All(["Kari", "Nordmann", "900"], personal => Assert.DoesNotContain(personal, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_without_names_of_columns_is_refused_before_its_first_row_is_taken_for_them()
    {
        using var world = await ImportWorld.New();
        var refused = await world.Coordinator.Upload(ImportWorld.Start, "file", "uttrekk.csv", "E-1;1944;K;01.12.2026;12,5\nE-2;1940;M;02.12.2026;9\n"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Her er det ingen rad med navn på kolonnene", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_goes_on_with_an_older_page_of_an_import_changes_nothing()
    {
        using var world = await ImportWorld.New();
        var (address, old) = await world.Check($"{Head}\n{Good}\n");
        await world.Press(address, "approve");

        Assert.Equal(HttpStatusCode.Redirect, (await world.Coordinator.Send(old, $"{address}/remove")).Status);
        Assert.Equal(ImportState.Done, await world.App.Database(CaseWorld.Own, db => db.Imports.Select(i => i.State).SingleAsync()));
        Assert.Single(await world.Courses());
    }

    private static Task<SppbPart?> Chair(ImportWorld world) => world.App.Database(CaseWorld.Own, async db =>
        (await CaseOutcomes.Of(db, CaseWorld.Slug, default))[0].Points.Single().Sppb.Chair);
}

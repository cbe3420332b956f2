using System.Net;
using System.Text;
using Mestring.Core.Measures;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

public sealed class WholeImportTests
{
    private const string Wide =
        """
        Uttrekk fra fagsystemet

        Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Mål 1;Mål 1 utførelse start;Mål 1 tilfredshet start;Mål 1 utførelse 10 uker;Mål 1 tilfredshet 10 uker;Dato 10 uker;SPPB balanse start;Tjeneste;Timer;Vedtak fra
        E-0147;1944;Kvinne;Bor alene;nei;16.11.2026;Gå til butikken;3;2;6;7;25.01.2027;3;1;4,5;01.09.2026
        E-0148;1939;M;gift;ja;2.11.2026;Dusje selv;4;4;;;;;;;
        """;

    [Fact]
    public async Task A_file_of_an_electronic_record_becomes_courses_once()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check(Wide);
        Assert.Contains("2 av 2 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Empty(await world.Courses());

        Assert.Equal(HttpStatusCode.Redirect, (await world.Press(address, "approve")).Status);
        var done = await world.Coordinator.Get(address);
        Assert.Contains("Forløpene er hentet inn", done.Text, StringComparison.Ordinal);

        var courses = await world.Courses();
        Assert.Equal([("E-0147", 1944, Sex.Woman, false), ("E-0148", 1939, Sex.Man, true)], courses.Select(c => (c.Pseudonym, c.BirthYear, c.Sex, c.NewUser)));
        Assert.Equal([new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 2)], courses.Select(c => c.StartedOn));
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var outcomes = await CaseOutcomes.Of(db, CaseWorld.Slug, default);
            var first = outcomes.Single(o => o.BirthYear == 1944);
            Assert.Equal(GoalInstrument.Copm, first.Instrument);
            Assert.Equal([(MeasurementPoint.Start, 3, 2), (MeasurementPoint.Weeks10, 6, 7)], first.Points.Select(p => (p.Point, p.Ratings[0].Performance!.Value, p.Ratings[0].Satisfaction!.Value)));
            Assert.Equal(4.5, first.Steps[0].HoursPerWeek);
            Assert.Equal(2, await db.FollowUps.CountAsync(f => f.CaseId == first.Id));
            return 0;
        });

        // The same file again changes nothing.
        var (again, second) = await world.Check(Wide);
        Assert.Contains("Forløp som er like fra før", second.Text, StringComparison.Ordinal);
        Assert.Equal(["0", "0", "2", "0"], second.Page.QuerySelectorAll("section[aria-labelledby=sum] dd").Select(d => d.TextContent.Trim()));
        await world.Press(again, "remove");

        Assert.Equal(HttpStatusCode.Redirect, (await world.Press(address, "undo")).Status);
        Assert.Contains("2 forløp er som før.", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Empty(await world.Courses());
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task A_second_file_changes_only_what_it_says_and_undoing_keeps_what_was_changed_since()
    {
        using var world = await ImportWorld.New();
        await world.Read(Wide);
        const string more = "Referanse;Oppstart;Fødselsår;Fall\nE-0147;16.11.2026;1945;2\n";
        var (address, page) = await world.Check(more);
        Assert.Contains("1944 → 1945", page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");

        Assert.Equal((1945, 2, Sex.Woman), (await world.Courses()).Select(c => (c.BirthYear, c.Falls!.Value, c.Sex)).First());
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var course = await db.Cases.SingleAsync(c => c.Pseudonym == "E-0147");
            course.Falls = 5;
            await db.SaveChangesAsync();
            return 0;
        });
        await world.Press(address, "undo");

        Assert.Contains("Ett forløp ble endret etterpå", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Equal((1944, 5), (await world.Courses()).Select(c => (c.BirthYear, c.Falls!.Value)).First());
    }

    [Fact]
    public async Task An_undo_that_would_leave_a_course_in_error_leaves_that_course_as_it_is()
    {
        using var world = await ImportWorld.New();
        await world.Read(Wide);
        var address = await world.Read("Referanse;Oppstart;Fødselsår;Sluttdato;Sluttårsak\nE-0147;16.11.2026;1944;20.01.2027;Fullført: har tjenester videre\n");
        var course = (await world.Courses())[0].Id;
        await world.Coordinator.Submit($"{CaseWorld.List}/{course}/end", ("reason", "OpenOffer"), ("setting", "HomeWithService"));

        await world.Press(address, "undo");

        // The day alone would go back, and a reason without a day is an error.
        Assert.Contains("Ett forløp ble endret etterpå", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2027, 1, 20), EndReason.OpenOffer), (await world.Courses()).Select(c => (c.EndedOn!.Value, c.EndReason!.Value)).First());
    }

    [Fact]
    public async Task Long_files_give_one_measurement_or_decision_a_row()
    {
        using var world = await ImportWorld.New();
        await world.Read(Wide);
        var address = await world.Read(
            "Referanse;Oppstart;Måling;Måledato;TUG;Tjeneste;Timer;Vedtak fra\nE-0148;02.11.2026;10 uker;12.01.2027;14,5;;;\nE-0147;16.11.2026;start;;;2;3;01.10.2026\nE-0148;02.11.2026;start;02.11.2026;21,0;;;\n");

        Assert.Contains("Forløpene er hentet inn", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var second = (await db.Cases.SingleAsync(c => c.Pseudonym == "E-0148")).Id;
            var measurements = await db.Measurements.Where(m => m.CaseId == second).ToListAsync();
            Assert.Contains("\"tug\":\"14.5\"", measurements.Single(m => m.Point == MeasurementPoint.Weeks10).Answers, StringComparison.Ordinal);
            Assert.Contains("\"goal1.performance\":\"4\"", measurements.Single(m => m.Point == MeasurementPoint.Start).Answers, StringComparison.Ordinal);
            Assert.Equal(["1", "2"], await db.Grants.OrderBy(g => g.Service).Select(g => g.Service).ToListAsync());
            return 0;
        });
    }

    [Fact]
    public async Task A_wrong_row_of_a_registered_course_stops_none_of_its_others()
    {
        using var world = await ImportWorld.New();
        await world.Read(Wide);
        var (address, page) = await world.Check("Referanse;Oppstart;Måling;Måledato;TUG\nE-0148;02.11.2026;10 uker;12.01.2027;14,5\nE-0148;02.11.2026;start;01.01.2026;21,0\n");
        Assert.True(page.Text.Contains("1 av 2 rader er klare", StringComparison.Ordinal), page.Text);
        await world.Coordinator.Send(page, $"{address}/approve", ("valid-only", "true"));

        var outcome = (await world.App.Database(CaseWorld.Own, db => CaseOutcomes.Of(db, CaseWorld.Slug, default))).Single(o => o.At(MeasurementPoint.Weeks10) is { Tug: 14.5 });
        Assert.Null(outcome.At(MeasurementPoint.Start)!.Tug);
        Assert.Equal([3], await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Where(r => r.Why != "").Select(r => r.Number).ToListAsync()));
    }

    [Fact]
    public async Task What_is_the_same_for_all_rows_is_said_once()
    {
        using var world = await ImportWorld.New();
        await world.Read(Wide);
        var (address, page) = await world.Check("Referanse;Oppstart;TUG\nE-0148;02.11.2026;21,0\nE-0147;16.11.2026;18,5\n", ("same-at", "Start"));
        Assert.Contains("2 av 2 rader er klare", page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");

        Assert.Equal([18.5, 21.0], (await world.App.Database(CaseWorld.Own, db => CaseOutcomes.Of(db, CaseWorld.Slug, default))).Select(o => o.At(MeasurementPoint.Start)!.Tug!.Value).Order());
    }

    [Fact]
    public async Task Wrong_rows_are_corrected_on_the_page_or_fetched_with_their_reasons()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check(
            "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start\nE-1;1944;Dame;alene;nei;31.12.2026;12\nE-2;1940;Mann;alene;nei;12.13.2026;9\nE-3;1938;Mann;alene;nei;01.12.2026;900\n");
        Assert.Contains("0 av 3 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kjønn: Ord vi ikke kjenner", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kanskje 13.12.2026?", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("input[name='fix-3-5']")!.GetAttribute("value"));

        using var refused = ExcelFile.Open(new MemoryStream((await world.Coordinator.Get($"{address}/rows.xlsx")).Body), TableLimits.Default);
        using var rows = refused.Read();
        Assert.Equal("Hva som må rettes", rows.Read()![8].Text);
        Assert.StartsWith("C Kjønn: Kjønn: Ord vi ikke kjenner.", rows.Read()![8].Text, StringComparison.Ordinal);

        var corrected = await world.Coordinator.Send(page, $"{address}/check", ("word-sex-dame", "Woman"), ("cure-OutOfRange.tug", "true"), ("fix-3-5", "13.12.2026"));
        Assert.Equal(HttpStatusCode.Redirect, corrected.Status);
        page = await world.Coordinator.Get(address);
        Assert.Contains("3 av 3 rader er klare", page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");

        Assert.Equal([Sex.Woman, Sex.Man, Sex.Man], (await world.Courses()).Select(c => c.Sex));
        Assert.Equal(new DateOnly(2026, 12, 13), (await world.Courses())[1].StartedOn);

        // The word is remembered for the next file.
        var (_, next) = await world.Check("Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-9;1944;dame;alene;nei;01.12.2026\n");
        Assert.Contains("1 av 1 rader er klare", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_refused_stay_out_only_when_somebody_says_so()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check("Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;1944;Kvinne;alene;nei;01.12.2026\nE-2;1944;Kvinne;alene;nei;31.02.2026\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Press(address, "approve")).Status);
        Assert.Empty(await world.Courses());

        await world.Coordinator.Send(page, $"{address}/approve", ("valid-only", "true"));
        Assert.Equal("E-1", Assert.Single(await world.Courses()).Pseudonym);
        Assert.Equal([3], await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Number).ToListAsync()));
    }

    [Fact]
    public async Task National_identity_numbers_are_neither_kept_nor_shown()
    {
        const string number = "13097248022"; // Made up, with right check digits.
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Enhet\n{number};1944;Kvinne;alene;nei;01.12.2026;Nord {number}\n");

        Assert.Contains("Fødselsnummer", page.Text, StringComparison.Ordinal);
        Assert.Contains("11 siffer, skjult", page.Text, StringComparison.Ordinal);
        foreach (var shown in new[] { page, await world.Coordinator.Get($"{address}/columns"), await world.Coordinator.Get($"{address}/rows.xlsx") })
        {
            Assert.DoesNotContain(number, Encoding.UTF8.GetString(shown.Body), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(number, string.Concat(await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Cells).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_number_in_a_column_that_is_not_read_is_told_of_and_stops_no_row()
    {
        const string number = "13097248022"; // Made up, with right check digits.
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Fnr\nE-1;1944;Kvinne;alene;nei;01.12.2026;{number}\nE-2;1940;Mann;alene;nei;01.12.2026;\n");

        Assert.Contains("2 av 2 rader er klare", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fødselsnummer i en kolonne som ikke blir lest", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page.Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Equal(["E-1", "E-2"], (await world.Courses()).Select(c => c.Pseudonym));
    }

    [Fact]
    public async Task Another_municipality_does_not_see_the_import()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(Wide);
        var other = await world.App.As(Role.Coordinator, CaseWorld.Other);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address.Replace(CaseWorld.Own, CaseWorld.Other, StringComparison.Ordinal))).Status);
    }
}

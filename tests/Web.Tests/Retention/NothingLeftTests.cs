using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Mestring.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Retention;

/// <summary>What stood in a course is nowhere once the course is gone: not in the trail, in reports of imports, in drafts or in what is remembered of files.</summary>
public sealed class NothingLeftTests
{
    private const string Network = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}";
    private const string File = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Mål 1\nE-0147;1944;Kvinne;alene;nei;16.11.2026;Gå til butikken\n";

    private static readonly MunicipalityCode Own = MunicipalityCode.Parse(CaseWorld.Own, null);

    [Fact]
    public async Task A_course_that_goes_when_an_import_is_taken_back_leaves_no_values_and_its_readers_are_still_found()
    {
        using var world = await ImportWorld.New();
        var address = await world.Read(File);
        var course = (await world.Courses()).Single().Id;
        await world.Cases.Nurse.Get($"{Network}/cases/{course}");

        await world.Press(address, "undo");

        Assert.Empty(await world.Courses());
        var subject = Audit.Subject(course);
        var trail = await world.App.Database(db => db.Audit.AsNoTracking().Where(a => a.Subject == subject).ToListAsync());
        Assert.Contains(trail, e => e.Action == "import-case");
        Assert.Contains(trail, e => e.Action == "undo-import");
        Assert.All(trail, e => Assert.Equal((null, null), (e.Before, e.After)));
        Assert.Contains("Test Professional", (await world.Coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym=E-0147")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_an_import_that_is_done_keeps_numbers_only()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        var address = await world.Read(File.Replace("1944", "1945", StringComparison.Ordinal) + "E-0148;13.13.1944;Dame;alene;nei;31.02.2026;Dusje\n");

        Assert.Contains("Forløpene er hentet inn", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        var reports = await world.App.Database(CaseWorld.Own, db => db.Imports.Select(i => i.Report).ToListAsync());
        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.All(["E-0147", "E-0148", "1944", "1945", "13.13", "Dame"], value => Assert.DoesNotContain(value, report, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_import_that_waits_is_checked_anew_after_a_course_was_deleted()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        var (address, page) = await world.Check(File.Replace("1944", "1945", StringComparison.Ordinal));
        Assert.Contains("E-0147", page.Text, StringComparison.Ordinal);

        await world.Coordinator.Submit($"{Network}/cases/{(await world.Courses()).Single().Id}/delete", ("pseudonym", "E-0147"));

        Assert.EndsWith("/columns", (await world.Coordinator.Get(address)).Location, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.App.Database(CaseWorld.Own, db => db.Imports.Select(i => i.Report).ToListAsync()), r => r.Contains("E-0147", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_the_end_of_the_agreement_values_of_courses_deleted_long_ago_go_too()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Course("E-0001", "2026-11-16");
        await Trail(world, CaseWorld.Slug, "case/0197f0aa-0000-7000-8000-000000000001");
        await Trail(world, "annet-nettverk", "case/0197f0aa-0000-7000-8000-000000000002");

        await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        var left = await world.App.Database(db => db.Audit.AsNoTracking().Where(a => a.Subject.StartsWith("case/") && (a.Before != null || a.After != null)).Select(a => a.Network).ToListAsync());
        Assert.Equal(["annet-nettverk"], left);
    }

    [Fact]
    public async Task A_municipality_with_nothing_but_drafts_imports_and_a_calendar_can_delete_them_at_the_end()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Nurse.Post($"{Network}/follow-ups/calendar");
        await world.Nurse.Post($"{Network}/drafts", ("draft-path", $"{Network}/cases/new/{Guid.CreateVersion7(App.Start)}"), ("birth-year", "1938"));
        await world.App.Database(CaseWorld.Own, async db =>
        {
            db.Imports.Add(new ImportRow { Municipality = Own, Id = Guid.CreateVersion7(App.Start), Network = CaseWorld.Slug });
            db.ImportMemory.Add(new ImportMemory { Municipality = Own, Meanings = "{\"E-0001\":1}" });
            return await db.SaveChangesAsync();
        });

        var gone = await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        var receipt = await coordinator.Get(gone.Location!);
        Assert.Contains("Kvittering", receipt.Text, StringComparison.Ordinal);
        await world.App.Database(CaseWorld.Own, async db =>
        {
            Assert.Equal((0, 0, 0, 0), (await db.Drafts.CountAsync(), await db.Imports.CountAsync(), await db.CalendarFeeds.CountAsync(), await db.ImportMemory.CountAsync()));
            var row = await db.DeletionReceipts.SingleAsync();
            Assert.Equal((1, 2), (row.Drafts, row.Aids));
            return 0;
        });
        Assert.Contains("ingenting liggende", (await coordinator.Get($"{Network}/retention")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_files_mean_is_remembered_while_the_municipality_is_in_another_network()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Course("E-0001", "2026-11-16");
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var first = await db.Networks.AsNoTracking().SingleAsync(n => n.Slug == CaseWorld.Slug);
            db.Networks.Add(new NetworkRow { Slug = "annet", Programme = first.Programme, State = first.State, Definition = first.Definition, Deadline = first.Deadline, FirstDay = first.FirstDay, LastDay = first.LastDay });
            db.Enrolments.Add(new EnrolmentRow { Municipality = Own, Network = "annet", SubmissionId = Guid.CreateVersion7(App.Start), Reference = "R-2", State = Core.Networks.EnrolmentState.Confirmed, MunicipalityName = "9901", SubmittedAt = App.Start });
            db.ImportMemory.Add(new ImportMemory { Municipality = Own });
            return await db.SaveChangesAsync();
        });

        await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        Assert.Equal(1, await world.App.Database(CaseWorld.Own, db => db.ImportMemory.CountAsync()));
    }

    [Fact]
    public async Task More_courses_than_fit_in_twenty_thousand_are_deleted_by_one_action()
    {
        const int count = 20_001;
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var like = await db.Cases.AsNoTracking().SingleAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using var writer = new BulkWriter(db);
            for (var i = 1; i < count; i++)
            {
                writer.Insert(new CaseRow { Municipality = Own, Id = Guid.CreateVersion7(App.Start), Network = CaseWorld.Slug, Pseudonym = $"F-{i}", BirthYear = 1944, StartedOn = like.StartedOn, Outcome = like.Outcome });
            }

            await writer.Write(CancellationToken.None);
            await transaction.CommitAsync();
            return 0;
        });
        world.App.Clock.Set(new DateTimeOffset(2032, 1, 17, 9, 0, 0, TimeSpan.Zero));
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var list = await coordinator.Get($"{Network}/retention");

        var gone = await coordinator.Send(list, $"{Network}/retention", ("version", $"{count}"));

        Assert.Contains("20 001 forløp er slettet", (await coordinator.Get(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync()));
    }

    private static Task Trail(CaseWorld world, string network, string subject) => world.App.Database(async db =>
    {
        db.Audit.Add(new AuditEntry { Id = Guid.CreateVersion7(App.Start), At = App.Start, Municipality = Own, Network = network, Subject = subject, Action = "x", Before = "{}", After = "{}" });
        await db.SaveChangesAsync();
    });
}

using System.Net;
using System.Text;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Retention;

/// <summary>What is deleted is gone, and what is left tells nothing about anybody. It is 11 February 2027.</summary>
public sealed class DeletionTests
{
    private const string Network = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}";

    [Fact]
    public async Task One_course_goes_with_all_that_hangs_on_it_and_leaves_a_receipt()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var course = await world.Start();
        await world.Course("E-0999", "2026-11-16");
        await world.Nurse.Submit($"{course}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{course}/quality", ("question", "Er datoen rett?"));

        Assert.Contains("Slett forløpet E-0147", (await coordinator.Get($"{course}/delete")).Text, StringComparison.Ordinal);
        var wrong = await coordinator.Submit($"{course}/delete", ("pseudonym", "E-0148"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("dette forløpet heter E-0147", wrong.ErrorOf("pseudonym"), StringComparison.Ordinal);

        var gone = await coordinator.Submit($"{course}/delete", ("pseudonym", "e-0147"));
        var receipt = await coordinator.Get(gone.Location!);
        Assert.Contains("Ett forløp er slettet", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("E-0147", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nurse.Get(course)).Status);
        await world.App.Database(CaseWorld.Own, async db =>
        {
            Assert.Equal("E-0999", (await db.Cases.SingleAsync()).Pseudonym);
            Assert.Equal((0, 0, 0), (await db.Goals.CountAsync(), await db.Measurements.CountAsync(), await db.CaseQueries.CountAsync()));
            var row = await db.DeletionReceipts.SingleAsync();
            Assert.Equal((1, 2, 1, 1, "Test Coordinator"), (row.Courses, row.Goals, row.Measurements, row.Queries, row.PersonName));
            return 0;
        });
    }

    [Fact]
    public async Task The_trail_keeps_who_when_and_what_was_done_and_loses_what_stood_there()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var course = await world.Start();
        var kept = await world.Course("E-0999", "2026-11-16");
        var before = await Trail(world, course);

        await coordinator.Submit($"{course}/delete", ("pseudonym", "E-0147"));

        var after = await Trail(world, course);
        Assert.Subset(after.Select(e => (e.Id, e.At, e.PersonName, e.Action)).ToHashSet(), before.Select(e => (e.Id, e.At, e.PersonName, e.Action)).ToHashSet());
        Assert.Contains(before, e => e.After?.Contains("E-0147", StringComparison.Ordinal) ?? false);
        Assert.All(after, e => Assert.Equal((null, null, ""), (e.Before, e.After, e.Why)));
        Assert.Contains(after, e => e.Action == "delete-case");
        Assert.Contains(await Trail(world, kept), e => e.After?.Contains("E-0999", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task At_the_end_of_the_agreement_all_courses_of_the_network_go()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Course("E-0001", "2026-11-16");
        await world.Copies(9);
        await world.App.Database(CaseWorld.Own, async db =>
        {
            db.Imports.Add(new ImportRow { Municipality = Core.Places.MunicipalityCode.Parse(CaseWorld.Own, null), Id = Guid.CreateVersion7(App.Start), Network = CaseWorld.Slug, Report = "E-0001" });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Submit($"{Network}/retention", ("name", "annet"))).Status);
        var gone = await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        Assert.Contains("10 forløp er slettet", (await coordinator.Get(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync()));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Imports.CountAsync()));
        Assert.Contains("Avtalen er slutt", (await coordinator.Get($"{Network}/retention")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_of_the_agreement_everything_the_municipality_wrote_goes_and_is_counted()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Course("E-0001", "2026-11-16");
        await Write(world, CaseWorld.Own);
        await Write(world, CaseWorld.Other);

        var gone = await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        var receipt = await coordinator.Get(gone.Location!);
        Assert.Contains("Ett forløp er slettet", receipt.Text, StringComparison.Ordinal);
        var row = await world.App.Database(CaseWorld.Own, db => db.DeletionReceipts.SingleAsync());
        Assert.Equal((1, 1, 1, 2, 1, 2), (row.Courses, row.Deliveries, row.PlanGoals, row.PlanMeasures, row.HandIns, row.OwnFigures));
        Assert.Contains("Tiltak i utviklingsplanen", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Left(world, CaseWorld.Own));
        Assert.Equal(9, await Left(world, CaseWorld.Other));
        var trail = await world.App.Database(db => db.Audit.AsNoTracking().Where(a => a.Subject.StartsWith("plan-goal/") || a.Subject == "prices").ToListAsync());
        Assert.All(trail.Where(a => a.Municipality.ToString() == CaseWorld.Own), a => Assert.Equal((null, null), (a.Before, a.After)));
        Assert.Contains(trail, a => a.After is not null);
        Assert.Contains("ingenting liggende", (await coordinator.Get($"{Network}/retention")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_read_a_deleted_course_is_found_by_its_pseudonym_and_the_pseudonym_is_not_kept()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Course("E-0002", "2026-11-16");
        await world.Nurse.Get(course);

        await coordinator.Submit($"{course}/delete", ("pseudonym", "E-0001"));

        var page = await coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym=e-0001");
        Assert.Contains("Test Professional", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 av dem er slettet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Test Professional", Encoding.UTF8.GetString((await coordinator.Get($"/m/{CaseWorld.Own}/reads.csv?pseudonym=E-0001")).Body), StringComparison.Ordinal);
        Assert.Contains("ingen forløp under «E-0003»", (await coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym=E-0003")).Text, StringComparison.Ordinal);
        var stranger = await world.App.As(Role.Coordinator, CaseWorld.Other);
        Assert.DoesNotContain("Test Professional", (await stranger.Get($"/m/{CaseWorld.Other}/reads?pseudonym=E-0001")).Text, StringComparison.Ordinal);
        var left = await world.App.Database(CaseWorld.Own, db => db.DeletedCourses.SingleAsync());
        Assert.DoesNotContain("E-0001", Encoding.UTF8.GetString(left.Fingerprint), StringComparison.Ordinal);
    }

    /// <summary>A delivery, a goal with two measures, a hand-in with a file, prices and a month of referrals, and lines of the trail about them: nine rows.</summary>
    private static Task Write(CaseWorld world, string place) => world.App.Database(place, async db =>
    {
        var (municipality, goal) = (Core.Places.MunicipalityCode.Parse(place, null), Guid.CreateVersion7(App.Start));
        db.Deliveries.Add(new DeliveryRow { Municipality = municipality, Network = CaseWorld.Slug, Year = 2026 });
        db.DeliveryValues.Add(new DeliveryValueRow { Municipality = municipality, Network = CaseWorld.Slug, Year = 2026, Item = "x" });
        db.PlanGoals.Add(new PlanGoalRow { Municipality = municipality, Id = goal, Network = CaseWorld.Slug, Title = "Mål" });
        db.PlanActions.Add(new PlanActionRow { Municipality = municipality, Id = Guid.CreateVersion7(App.Start), GoalId = goal });
        db.PlanActions.Add(new PlanActionRow { Municipality = municipality, Id = Guid.CreateVersion7(App.Start), GoalId = goal });
        db.HandIns.Add(new HandInRow { Municipality = municipality, Network = CaseWorld.Slug, Assignment = 1 });
        db.HandInFiles.Add(new HandInFile { Municipality = municipality, Network = CaseWorld.Slug, Assignment = 1, Content = [1] });
        db.Prices.Add(new PriceRow { Municipality = municipality, Network = CaseWorld.Slug });
        db.Intakes.Add(new IntakeRow { Municipality = municipality, Network = CaseWorld.Slug, Month = new DateOnly(2027, 1, 1) });
        foreach (var subject in new[] { $"plan-goal/{goal}", "prices" })
        {
            db.Audit.Add(new AuditEntry { Id = Guid.CreateVersion7(App.Start), At = App.Start, Municipality = municipality, Network = CaseWorld.Slug, Subject = subject, Action = "x", After = "{}" });
        }

        return await db.SaveChangesAsync();
    });

    private static Task<int> Left(CaseWorld world, string place) => world.App.Database(place, async db =>
        await db.Deliveries.CountAsync() + await db.DeliveryValues.CountAsync() + await db.PlanGoals.CountAsync() + await db.PlanActions.CountAsync()
        + await db.HandIns.CountAsync() + await db.HandInFiles.CountAsync() + await db.Prices.CountAsync() + await db.Intakes.CountAsync());

    [Fact]
    public async Task Courses_kept_as_long_as_the_programme_says_are_listed_and_deleted_by_one_action()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.Course("E-0001", "2026-11-16"); // the last window closes on 16 January 2028; 36 months later is 16 January 2031
        await world.Course("E-0002", "2026-11-17");
        Assert.DoesNotContain("lagret lenge nok", (await coordinator.Get($"/m/{CaseWorld.Own}")).Text, StringComparison.Ordinal);

        world.App.Clock.Set(new DateTimeOffset(2031, 1, 17, 9, 0, 0, TimeSpan.Zero));
        coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        Assert.Contains("noen forløp er lagret lenge nok", (await coordinator.Get($"/m/{CaseWorld.Own}")).Text, StringComparison.Ordinal);
        var list = await coordinator.Get($"{Network}/retention");
        Assert.Equal(["E-0001"], list.Page.QuerySelectorAll("tbody th").Select(t => t.TextContent));

        var gone = await coordinator.Send(list, $"{Network}/retention", ("version", "1"));

        Assert.Contains("Lagret så lenge programmet sier", (await coordinator.Get(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(["E-0002"], await world.App.Database(CaseWorld.Own, db => db.Cases.Select(c => c.Pseudonym).ToListAsync()));
    }

    [Fact]
    public async Task Another_number_of_courses_than_the_person_saw_is_asked_about_again()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        world.App.Clock.Set(new DateTimeOffset(2032, 1, 17, 9, 0, 0, TimeSpan.Zero));
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);

        var reply = await coordinator.Post($"{Network}/retention/past", ("version", "7"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(1, await world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Who_has_opened_one_pseudonym_is_shown_and_downloaded()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Get(course);
        await coordinator.Get(course);

        var page = await coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym=E-0001");
        Assert.Equal(["Test Coordinator", "Test Professional"], page.Page.QuerySelectorAll("tbody td:first-of-type").Select(t => t.TextContent).Order(StringComparer.Ordinal));

        var file = await coordinator.Get($"/m/{CaseWorld.Own}/reads.csv?pseudonym=E-0001");
        Assert.Equal("text/csv", file.ContentType);
        Assert.Contains($"11.02.2027;14:03;Test Professional;Leste et forløp;{CaseWorld.Slug}", Encoding.UTF8.GetString(file.Body), StringComparison.Ordinal);
        Assert.Contains("ingen forløp under «E-0002»", (await coordinator.Get($"/m/{CaseWorld.Own}/reads?pseudonym=E-0002")).Text, StringComparison.Ordinal);
    }

    private static Task<List<AuditEntry>> Trail(CaseWorld world, string course)
    {
        var subject = Audit.Subject(Guid.Parse(course[^36..]));
        return world.App.Database(db => db.Audit.AsNoTracking().Where(a => a.Subject == subject).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync());
    }
}

using System.Net;
using Mestring.Core.Plans;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Comparison;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Plans;

public sealed class PlanTests
{
    private const string Plan = "/m/9901/rehab/plan";

    [Fact]
    public async Task A_goal_and_its_measure_stand_on_the_board_and_in_the_list()
    {
        using var app = await Run();
        var professional = await app.As(Role.Professional, "9901");
        await professional.Submit($"{Plan}/goals/new", ("title", "Alle måles etter seks måneder"), ("description", "Nå mangler hver tredje"));
        var goal = await app.Database("9901", db => db.PlanGoals.Select(g => g.Id).SingleAsync());

        app.Clock.Pass(TimeSpan.FromMinutes(5));
        var saved = await professional.Submit($"{Plan}/measures/new?goal={goal}", ("title", "Ring alle som mangler måling"), ("owner", "Koordinator"), ("deadline", "2027-04-30"), ("state", "Started"));
        var page = await professional.Get(saved.Location!);

        Assert.Equal(Plan, saved.Location);
        var card = Assert.Single(page.Page.QuerySelectorAll("#column-Started ~ article"));
        Assert.Contains("Ring alle som mangler måling", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("30. april 2027", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Koordinator", Assert.Single(page.Page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("1 tiltak: 1 i arbeid.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["add-plan-goal", "add-measure"], await app.Database(db => db.Audit.OrderBy(a => a.At).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_goal_or_measure_sent_twice_in_the_same_moment_is_made_once()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        app.Rival.Before = async context => await Other<PlanGoalRow>(app, context, mine => new PlanGoalRow { Municipality = mine.Municipality, Id = mine.Id, Network = mine.Network, Title = mine.Title, Version = 1 });

        var goal = await coordinator.Submit($"{Plan}/goals/new", ("title", "Alle måles"));

        Assert.Equal(Plan, goal.Location);
        var id = await app.Database("9901", db => db.PlanGoals.Select(g => g.Id).SingleAsync());
        app.Rival.Before = async context => await Other<PlanActionRow>(app, context, mine => new PlanActionRow { Municipality = mine.Municipality, Id = mine.Id, GoalId = mine.GoalId, Title = mine.Title, Version = 1 });

        var measure = await coordinator.Submit($"{Plan}/measures/new?goal={id}", ("title", "Ring"), ("owner", "Teamleder"), ("state", "Planned"));

        Assert.Equal(Plan, measure.Location);
        Assert.Equal(1, await app.Database("9901", db => db.PlanActions.CountAsync()));
    }

    [Fact]
    public async Task A_fault_of_the_database_is_not_taken_for_somebody_else_s_save()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        app.Rival.Before = _ => throw new DbUpdateException("The disk is full.");

        Assert.Equal(HttpStatusCode.InternalServerError, (await coordinator.Submit($"{Plan}/goals/new", ("title", "Alle måles"))).Status);
    }

    private static Task Other<T>(App app, DbContext context, Func<T, T> copy)
        where T : class => app.Database("9901", db =>
    {
        db.Add(copy(context.ChangeTracker.Entries<T>().Single(e => e.State is EntityState.Added).Entity));
        return db.SaveChangesAsync();
    });

    [Fact]
    public async Task What_is_missing_is_said_at_the_field_and_what_was_typed_stays()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await Measure(coordinator, app);

        var refused = await coordinator.Submit($"{Plan}/measures/new", ("title", ""), ("owner", "Teamleder"), ("deadline", "i vår"), ("goal", Guid.Empty.ToString()), ("state", "Snart"), ("note", "Notat"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.All(new[] { "title", "deadline", "goal", "state" }, f => Assert.NotNull(refused.ErrorOf(f)));
        Assert.Contains("i vår", refused.ErrorOf("deadline"), StringComparison.Ordinal);
        Assert.Equal("Teamleder", refused.Page.GetElementById("owner")!.GetAttribute("value"));
        Assert.Equal("Notat", refused.Page.GetElementById("note")!.TextContent);
        Assert.Equal(1, await app.Database("9901", db => db.PlanActions.CountAsync()));
    }

    [Fact]
    public async Task A_measure_moves_to_another_column()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        var id = await Measure(coordinator, app);

        var moved = await coordinator.Submit(Plan, ("state", "Done"));

        Assert.Equal(HttpStatusCode.Redirect, moved.Status);
        Assert.Equal(PlanActionState.Done, await app.Database("9901", db => db.PlanActions.Where(a => a.Id == id).Select(a => a.State).SingleAsync()));
        var audit = await app.Database(db => db.Audit.SingleAsync(a => a.Action == "move-measure"));
        Assert.Contains("\"State\":\"Planned\"", audit.Before, StringComparison.Ordinal);
        Assert.Contains("\"State\":\"Done\"", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_stop_a_measure_takes_a_reason()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        var id = await Measure(coordinator, app);

        var asked = await coordinator.Submit(Plan, ("state", "Stopped"));
        var stopped = await coordinator.Send(asked, Plan, ("note", "Felles bilpark dekker behovet"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.NotNull(asked.ErrorOf("note"));
        Assert.Equal(HttpStatusCode.Redirect, stopped.Status);
        Assert.Equal(PlanActionState.Stopped, await app.Database("9901", db => db.PlanActions.Where(a => a.Id == id).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task The_second_of_two_who_write_sees_what_the_first_wrote()
    {
        using var app = await Run();
        var (first, second) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Approver, "9901"));
        var id = await Measure(first, app);
        var open = await second.Get($"{Plan}/measures/{id}");
        await first.Submit($"{Plan}/measures/{id}", ("title", "Ring i uke 10"));

        var told = await second.Send(open, Plan, ("title", "Ring i uke 12"));
        var saved = await second.Send(told, Plan, ("title", "Ring i uke 12"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Ring i uke 10", told.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ring i uke 12", told.Page.GetElementById("title")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Ring i uke 12", await app.Database("9901", db => db.PlanActions.Select(a => a.Title).SingleAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_measure()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await Measure(coordinator, app);
        var goal = await app.Database("9901", db => db.PlanGoals.Select(g => g.Id).SingleAsync());
        var open = await coordinator.Get($"{Plan}/measures/new?goal={goal}");

        await coordinator.Send(open, Plan, ("title", "Lær opp nattevaktene"), ("owner", "Fagutvikler"));
        await coordinator.Send(open, Plan, ("title", "Lær opp nattevaktene"), ("owner", "Fagutvikler"));

        Assert.Equal(2, await app.Database("9901", db => db.PlanActions.CountAsync()));
    }

    [Fact]
    public async Task The_plan_of_another_municipality_is_not_there()
    {
        using var app = await Run();
        var id = await Measure(await app.As(Role.Coordinator, "9901"), app);
        var other = await app.As(Role.Coordinator, "9902");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(Plan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/m/9902/rehab/plan/measures/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/m/9902/rehab/plan/measures/{id}/move", ("state", "Done"), ("version", "1"))).Status);
        Assert.DoesNotContain("Ring alle", (await other.Get("/m/9902/rehab/plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_reads_and_writes_nothing_within_the_query_budget()
    {
        using var app = await Run();
        await Measure(await app.As(Role.Coordinator, "9901"), app);
        var reader = await app.As(Role.Reader, "9901", language: "nn");
        app.Sql.Reset();

        var page = await reader.Get(Plan);

        Assert.InRange(app.Sql.Commands.Count, 1, 10);
        Assert.Contains("Ring alle", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get($"{Plan}/measures/new")).Status);
    }

    private static async Task<App> Run()
    {
        var app = new App();
        await app.Network("rehab", Seeded.Reablement, new DateOnly(2026, 10, 13), ("9901", "Eksempelvik"), ("9902", "Prøvedal"));
        return app;
    }

    private static async Task<Guid> Measure(Browser browser, App app)
    {
        await browser.Submit($"{Plan}/goals/new", ("title", "Alle måles"));
        var goal = await app.Database("9901", db => db.PlanGoals.Select(g => g.Id).SingleAsync());
        await browser.Submit($"{Plan}/measures/new?goal={goal}", ("title", "Ring alle"), ("owner", "Koordinator"), ("deadline", "2027-01-30"));
        return await app.Database("9901", db => db.PlanActions.Select(a => a.Id).SingleAsync());
    }
}

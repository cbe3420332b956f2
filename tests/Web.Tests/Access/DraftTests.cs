using System.Net;
using System.Text;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Mestring.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>What was typed is there when one comes back, for the one who typed it. It is 14:03 on 11 February 2027.</summary>
public sealed class DraftTests
{
    private const string Drafts = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/drafts";

    [Fact]
    public async Task A_draft_is_shown_when_its_person_comes_back_and_to_nobody_else()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);

        var kept = await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Contains("Utkast lagret 14:03", Encoding.UTF8.GetString(kept.Body), StringComparison.Ordinal);

        var back = await world.Nurse.Get($"{course}/edit");
        Assert.Equal("1931", back.Page.GetElementById("birth-year")!.GetAttribute("value"));
        Assert.Contains("utkast du ikke har lagret, fra 11. februar 2027 kl. 14.03", back.Text, StringComparison.Ordinal);
        Assert.Equal("1944", (await colleague.Get($"{course}/edit")).Page.GetElementById("birth-year")!.GetAttribute("value"));
        Assert.Equal(1944, await world.App.Database(CaseWorld.Own, db => db.Cases.Select(c => c.BirthYear).SingleAsync()));
    }

    /// <summary>Whoever believes it is kept closes the window.</summary>
    [Fact]
    [Trait("Database", "own")]
    public async Task What_the_database_did_not_take_is_never_said_to_be_kept()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.App.Database(CaseWorld.Own, db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER busy BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"));
        var answer = await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.DoesNotContain("Utkast lagret", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        Assert.Equal("1944", (await world.Nurse.Get($"{course}/edit")).Page.GetElementById("birth-year")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_is_kept_before_the_first_change_and_nothing_after_the_form_is_saved()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Get($"{course}/edit");
        Assert.Equal(0, await Count(world));

        await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        await Type(world.Nurse, $"{course}/edit", ("birth-year", "1932"));
        Assert.Equal(1, await Count(world));

        Assert.Equal(course, (await world.Nurse.Submit($"{course}/edit", ("birth-year", "1933"))).Location);
        Assert.Equal(0, await Count(world));
        Assert.Equal("1933", (await world.Nurse.Get($"{course}/edit")).Page.GetElementById("birth-year")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_its_draft_and_a_draft_can_be_thrown_away()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await Type(world.Nurse, $"{course}/edit", ("birth-year", "19"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nurse.Submit($"{course}/edit", ("birth-year", "19"))).Status);
        Assert.Equal(1, await Count(world));

        var gone = await world.Nurse.Post($"{Drafts}/remove", ("draft-path", $"{course}/edit"));

        Assert.Equal($"{course}/edit", gone.Location);
        Assert.Equal("1944", (await world.Nurse.Get($"{course}/edit")).Page.GetElementById("birth-year")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_of_a_form_that_somebody_else_saved_since_is_shown_beside_what_is_stored()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        await colleague.Submit($"{course}/edit", ("birth-year", "1935"));

        var back = await world.Nurse.Get($"{course}/edit");

        Assert.Equal("1931", back.Page.GetElementById("birth-year")!.GetAttribute("value"));
        Assert.Contains("1935", back.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_number_is_not_kept()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");

        var reply = await Type(world.Nurse, $"{course}/edit", ("unit", "13097248022"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(0, await Count(world));
    }

    [Fact]
    public async Task Only_forms_of_the_own_municipality_are_kept_and_only_with_the_token_of_the_page()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var stranger = await world.App.As(Role.Coordinator, CaseWorld.Other);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(Drafts, ("draft-path", $"{course}/edit"), ("birth-year", "1931"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nurse.Post(Drafts, ("draft-path", "/sign-in"), ("email", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nurse.Post($"{Drafts}/remove", ("draft-path", "//example.no/"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nurse.Post(Drafts, ("draft-path", $"{course}/edit"), ("__RequestVerificationToken", "x"))).Status);
        Assert.Equal(0, await Count(world));
    }

    [Fact]
    public async Task A_session_that_runs_out_loses_nothing()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var open = await world.Nurse.Get($"{course}/edit");
        world.App.Clock.Pass(TimeSpan.FromDays(401));

        var sent = await world.Nurse.Send(open, $"{course}/edit", ("birth-year", "1931"));
        Assert.StartsWith("/sign-in?back=", sent.Location, StringComparison.Ordinal);
        Assert.Equal(1944, await world.App.Database(CaseWorld.Own, db => db.Cases.Select(c => c.BirthYear).SingleAsync()));

        // The same person signs in again.
        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow().AddHours(1))));
        var back = await world.Nurse.Get($"{course}/edit");
        Assert.Equal("1931", back.Page.GetElementById("birth-year")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_question_about_a_course_a_reason_and_why_something_is_undone_survive_a_session_that_runs_out()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/edit", ("birth-year", "1990"));
        await world.Nurse.Submit($"{course}/quality", ("question", "Er fødselsåret rett?"));
        var page = await world.Nurse.Get($"{course}/quality");
        var answer = page.Page.QuerySelector("textarea[name^=answer-]")!.GetAttribute("name")!;
        var change = await world.App.Database(db => db.Audit.Where(a => a.Action == "change-case").Select(a => a.Id).SingleAsync());
        var undo = await world.Nurse.Get($"{course}/history/{change}");
        world.App.Clock.Pass(TimeSpan.FromDays(401));

        foreach (var (open, address, field) in new[] { (page, $"{course}/quality", "question"), (page, $"{course}/quality", answer), (page, $"{course}/quality", "reason-age-unusual-birth-year"), (undo, $"{course}/history/{change}", "why") })
        {
            var sent = await world.Nurse.Send(open, address, (field, "Skrevet lenge på dette"));
            Assert.Equal($"/sign-in?back={Uri.EscapeDataString(address)}", sent.Location);
            await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow().AddHours(1))));

            var back = await world.Nurse.Get(address);
            Assert.Equal("Skrevet lenge på dette", back.Page.GetElementById(field) is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : back.Page.GetElementById(field)!.GetAttribute("value"));
            await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow())));
        }

        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow().AddHours(1))));
        await world.Nurse.Submit($"{course}/quality", ("question", "Er fødselsåret rett nå?"));
        await world.Nurse.Submit($"{course}/history/{change}", ("why", "Tastefeil"));
        Assert.Equal(0, await Count(world));
    }

    [Theory]
    [InlineData("prices", "source", "Regnskapet for 2026, side 14")]
    [InlineData("intake", "not-2027-02", "12")]
    public async Task Prices_and_referrals_survive_a_session_that_runs_out_with_or_without_a_second_factor(string page, string field, string typed)
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactorAt, (DateTimeOffset?)null)));

        await Survives(world, coordinator, $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/{page}", $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/{page}", field, typed);
    }

    [Fact]
    public async Task A_draft_of_prices_that_somebody_else_saved_since_is_shown_beside_what_is_stored()
    {
        using var world = await CaseWorld.New();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        const string prices = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/prices";
        await Type(coordinator, prices, ("home", "500"));
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Submit(prices, ("home", "600"), ("year", "2026"), ("source", "Regnskapet"))).Status);

        var back = await coordinator.Get(prices);

        Assert.Equal("500", back.Page.GetElementById("home")!.GetAttribute("value"));
        Assert.Contains("600", back.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_and_corrections_of_an_import_survive_a_session_that_runs_out()
    {
        using var world = await ImportWorld.New();
        const string file = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-2;1940;Mann;alene;nei;12.13.2026\n";
        var uploaded = await world.Upload(file);
        await Survives(world.Cases, world.Coordinator, $"{uploaded}/columns", $"{uploaded}/columns", "column-0", "Noe jeg skrev");

        var (address, _) = await world.Check(file);
        await Survives(world.Cases, world.Coordinator, address, $"{address}/check", "fix-2-5", "01.12.2026");
        await world.Coordinator.Send(await world.Coordinator.Get(address), $"{address}/check", ("fix-2-5", "02.12.2026"));
        Assert.Equal(1, await Count(world.Cases)); // that of the columns
    }

    /// <summary>Sends a form with a session that has run out, signs in again and finds what was typed.</summary>
    private static async Task Survives(CaseWorld world, Browser browser, string page, string action, string field, string typed)
    {
        var open = await browser.Get(page);
        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow())));
        var sent = await browser.Send(open, action, (field, typed));
        Assert.Equal($"/sign-in?back={Uri.EscapeDataString(page)}", sent.Location);

        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, world.App.Clock.GetUtcNow().AddHours(1))));
        var back = await browser.Get(page);
        Assert.Equal(typed, back.Page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_session_that_was_ended_or_a_form_without_the_page_s_token_leaves_no_draft()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var open = await world.Nurse.Get($"{course}/edit");
        world.App.Clock.Pass(TimeSpan.FromDays(401));

        await world.Nurse.Send(open, $"{course}/edit", ("birth-year", "1931"), ("__RequestVerificationToken", "x"));
        Assert.Equal(0, await Count(world));

        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, world.App.Clock.GetUtcNow())));
        await world.Nurse.Send(open, $"{course}/edit", ("birth-year", "1931"));
        Assert.Equal(0, await Count(world));
    }

    [Fact]
    public async Task Drafts_nobody_came_back_to_are_removed_after_thirty_days()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        Assert.Equal(0, await world.App.Database(db => DraftSweeper.Sweep(db, App.Start.AddDays(29), CancellationToken.None)));
        Assert.Equal(1, await world.App.Database(db => DraftSweeper.Sweep(db, App.Start.AddDays(30), CancellationToken.None)));
    }

    [Fact]
    public async Task A_person_has_so_many_drafts_and_no_more_and_those_there_are_go_on_being_kept()
    {
        using var world = await CaseWorld.New();
        const string cases = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/cases";
        var course = await world.Course("E-0001", "2026-11-16");
        await Type(world.Nurse, $"{course}/edit", ("birth-year", "1931"));
        await world.App.Database(CaseWorld.Own, async db =>
        {
            var first = await db.Drafts.AsNoTracking().SingleAsync();
            db.Drafts.AddRange(Enumerable.Range(1, Web.Access.Drafts.Most - 1).Select(n => new DraftRow { Municipality = first.Municipality, PersonId = first.PersonId, Path = $"{cases}/{n}", SavedAt = first.SavedAt }));
            return await db.SaveChangesAsync();
        });

        var refused = await world.Nurse.Post(Drafts, ("draft-path", $"{cases}/enda-en"), ("birth-year", "1931"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("du har 200 utkast", Encoding.UTF8.GetString(refused.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Type(world.Nurse, $"{course}/edit", ("birth-year", "1932"))).Status);
        Assert.Equal(Web.Access.Drafts.Most, await Count(world));
    }

    [Fact]
    public async Task A_new_course_has_a_draft_too()
    {
        using var world = await CaseWorld.New();
        var first = (await world.Nurse.Get($"{CaseWorld.List}/new")).Location!;
        var drawn = (await world.Nurse.Get(first)).Page.GetElementById("pseudonym")!.GetAttribute("value")!;
        await Type(world.Nurse, first, ("pseudonym", drawn), ("birth-year", "1931"));

        var back = await world.Nurse.Get(first);

        Assert.Equal((drawn, "1931"), (back.Page.GetElementById("pseudonym")!.GetAttribute("value"), back.Page.GetElementById("birth-year")!.GetAttribute("value")));
    }

    /// <summary>What the module of the page sends: the whole form, with what was typed.</summary>
    private static async Task<Reply> Type(Browser browser, string path, params (string Field, string Text)[] typed)
    {
        var open = await browser.Get(path);
        var state = open.Page.QuerySelector("[data-draft]")!;
        var form = open.Page.QuerySelector("main form[method=post]:not([data-no-draft])")!;
        var fields = form.QuerySelectorAll("input[name], select[name]")
            .Where(e => e.GetAttribute("type") is not ("radio" or "checkbox") || e.HasAttribute("checked"))
            .Select(e => (Field: e.GetAttribute("name")!, Text: e is AngleSharp.Html.Dom.IHtmlSelectElement select ? (select.Value ?? string.Empty) : e.GetAttribute("value") ?? string.Empty))
            .Where(f => f.Field is not "__RequestVerificationToken" && !Array.Exists(typed, t => string.Equals(t.Field, f.Field, StringComparison.Ordinal)));
        return await browser.Post(state.GetAttribute("data-draft")!, [.. fields, .. typed, ("draft-path", state.GetAttribute("data-path")!)]);
    }

    private static Task<int> Count(CaseWorld world) => world.App.Database(CaseWorld.Own, db => db.Drafts.CountAsync());
}

using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>Whatever form it was typed in, and whoever signs in or out in another tab: nothing that was typed is lost.</summary>
public sealed class TypedTests
{
    private const string Goal = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/plan/goals/new";

    [Fact]
    public async Task What_was_sent_with_a_session_that_had_run_out_is_there_after_signing_in_and_can_be_sent()
    {
        using var world = await CaseWorld.New();
        var (browser, token) = await Coordinator(world);
        var open = await browser.Get(Goal);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        await Expire(world, token, expired: true);

        var away = await browser.Send(open, Goal, ("title", "Alle får en egen tavle"));
        Assert.StartsWith("/sign-in?back=", away.Location, StringComparison.Ordinal);
        var back = Uri.UnescapeDataString(away.Location!.Split("back=")[1]);
        await Expire(world, token, expired: false);
        var kept = await browser.Get(back);
        Assert.Contains("Alle får en egen tavle", kept.Text, StringComparison.Ordinal);
        var saved = await browser.Send(kept, back, ("title", "Alle får en egen tavle"));

        Assert.EndsWith("/plan", saved.Location, StringComparison.Ordinal);
        Assert.Equal("Alle får en egen tavle", (await world.App.Database(CaseWorld.Own, db => db.PlanGoals.SingleAsync())).Title);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Drafts.CountAsync()));
        Assert.Equal("/", (await browser.Get(back)).Location);
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_page_is_shown_again_with_everything_typed_and_can_be_sent()
    {
        using var world = await CaseWorld.New();
        var (browser, _) = await Coordinator(world);

        var again = await browser.Post(Goal, ("__RequestVerificationToken", "x"), ("title", "Alle får en egen tavle"), ("description", "<b>nå</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("<b>nå</b>", again.Page.QuerySelector("main li:nth-child(2)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.PlanGoals.CountAsync()));
        Assert.EndsWith("/plan", (await browser.Send(again, Goal, ("title", "Alle får en egen tavle"))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_everybody_is_bound_to_nobody()
    {
        using var world = await CaseWorld.New();
        var token = Sessions.NewToken();
        var browser = world.App.Open();
        var open = await browser.Get("/forgotten");
        var (_, session) = await Coordinator(world);
        browser.Cookie($"{Sessions.CookieName}={session}");

        var sent = await browser.Send(open, "/forgotten", ("email", "kari@example.no"));

        Assert.NotEqual(HttpStatusCode.BadRequest, sent.Status);
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.NotEqual(token, session);
    }

    [Fact]
    public async Task Another_persons_typed_words_are_not_shown_and_no_address_elsewhere_is_opened()
    {
        using var world = await CaseWorld.New();
        var (browser, token) = await Coordinator(world);
        var open = await browser.Get(Goal);
        await Expire(world, token, expired: true);
        var away = await browser.Send(open, Goal, ("title", "Alle får en egen tavle"));
        var (other, _) = await Coordinator(world);

        Assert.Equal("/", (await other.Get(Uri.UnescapeDataString(away.Location!.Split("back=")[1]))).Location);
        Assert.Equal("/", (await other.Get("/typed?of=%2F%2Fexample.no%2Fx")).Location);
        Assert.Equal("/", (await other.Get("/typed?of=https%3A%2F%2Fexample.no")).Location);
    }

    private static async Task<(Browser, string)> Coordinator(CaseWorld world)
    {
        var token = Sessions.NewToken();
        await world.App.Database(async db =>
        {
            var now = world.App.Clock.GetUtcNow();
            var person = new Person { Id = Guid.CreateVersion7(now), Email = $"{Guid.CreateVersion7(now)}@example.no", Name = "Kari", CreatedAt = now };
            db.Persons.Add(person);
            db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = Role.Coordinator, Municipality = Core.Places.MunicipalityCode.Parse(CaseWorld.Own, null), Network = "", GrantedAt = now });
            db.Sessions.Add(new Session { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now.AddDays(1), SecondFactorAt = now });
            await db.SaveChangesAsync();
        });
        var browser = world.App.Open();
        browser.Cookie($"{Sessions.CookieName}={token}");
        return (browser, token);
    }

    private static Task Expire(CaseWorld world, string token, bool expired) => world.App.Database(async db =>
    {
        var hash = Sessions.Hash(token);
        var ends = world.App.Clock.GetUtcNow().AddHours(expired ? -1 : 12);
        await db.Sessions.Where(s => s.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, ends));
    });
}

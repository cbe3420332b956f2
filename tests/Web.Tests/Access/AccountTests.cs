using System.Net;
using System.Text;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>An account from its invitation to its end.</summary>
public sealed class AccountTests : IDisposable
{
    private const string Password = "et langt passord med mellomrom";
    private const string Another = "fire helt andre ord herfra";
    private readonly App _app = new();

    [Fact]
    public async Task A_new_link_makes_older_ones_worthless()
    {
        await Add("kari@example.no", Role.Coordinator);
        await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        _app.Clock.Pass(TimeSpan.FromMinutes(6));
        await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        var links = await Links();

        Assert.Equal(2, links.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get(links[0])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await _app.Open().Submit(links[1], ("password", Another), ("again", Another))).Status);
        Assert.All(await Task.WhenAll(links.Select(l => _app.Open().Get(l))), a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
    }

    [Fact]
    public async Task One_changes_ones_own_password_and_every_other_browser_is_signed_out()
    {
        await Add("kari@example.no", Role.Reader);
        var (here, there) = (await SignedIn(), await SignedIn());

        Assert.Equal("Det er ikke passordet ditt. Skriv det du logger inn med nå.", (await here.Submit("/account", ("current", "feil passord helt"), ("password", Another), ("again", Another))).ErrorOf("current"));
        Assert.Equal("/account?done=password", (await here.Submit("/account", ("current", Password), ("password", Another), ("again", Another))).Location);

        Assert.Equal(HttpStatusCode.OK, (await here.Get("/account")).Status);
        Assert.StartsWith("/sign-in", (await there.Get("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
        Assert.Contains("byttet", await _app.Database(db => db.Mails.Select(m => m.Subject).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changes_ones_address_by_a_link_to_the_new_one()
    {
        await Add("kari@example.no", Role.Reader);
        var browser = await SignedIn();

        await browser.Submit("/account", ("new-email", "Kari.Ny@example.no"), ("own-password", Password));
        var mail = await _app.Database(db => db.Mails.SingleAsync());
        Assert.Equal("kari.ny@example.no", mail.Recipient);
        var confirm = mail.Body[mail.Body.IndexOf("/confirm/", StringComparison.Ordinal)..].Split('\n')[0];
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get(confirm.Replace("/confirm/", "/link/", StringComparison.Ordinal))).Status);
        Assert.Equal("kari@example.no", await Email());
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get(confirm)).Status);
        Assert.Equal("kari@example.no", await Email());

        await _app.Open().Submit(confirm);

        Assert.Equal("kari.ny@example.no", await Email());
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get(confirm)).Status);
        Assert.Contains(await _app.Database(db => db.Mails.Select(m => m.Recipient).ToListAsync()), r => r == "kari@example.no");
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_one_of_them()
    {
        await Add("kari@example.no", Role.Reader);
        var here = await SignedIn("Mozilla/5.0 (Android 15; Mobile) Gecko/140.0 Firefox/140.0");
        var there = await SignedIn("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0");

        var page = await here.Get("/account");
        Assert.Contains("Firefox, Android (denne)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Edge, Windows", page.Text, StringComparison.Ordinal);
        await here.Send(page, "/account", ("session", page.Page.QuerySelector("input[name=session]")!.GetAttribute("value")!));

        Assert.StartsWith("/sign-in", (await there.Get("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/account")).Status);
        Assert.Contains("Logget ut en annen nettleser", (await here.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_lies_unused_for_two_hours_is_over_and_one_in_use_lasts_ten()
    {
        await Add("kari@example.no", Role.Reader);
        var (used, idle) = (await SignedIn(), await SignedIn());
        for (var hours = 1; hours < 10; hours++)
        {
            _app.Clock.Pass(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await used.Get("/account")).Status);
        }

        Assert.StartsWith("/sign-in", (await idle.Get("/account")).Location, StringComparison.Ordinal);
        _app.Clock.Pass(TimeSpan.FromMinutes(61));
        Assert.StartsWith("/sign-in", (await used.Get("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_where_the_phone_is_lost()
    {
        await Add("kari@example.no", Role.Coordinator);
        var browser = await SignedIn();
        var secret = (await browser.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var set = await browser.Submit("/account/second-factor", ("code", Totp.Code(secret, _app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30)));
        var codes = set.Page.QuerySelectorAll("li code").Select(c => c.TextContent).ToList();
        Assert.Equal(RecoveryCodes.Count, codes.Count);

        var other = await SignedIn();
        Assert.Equal("/", (await other.Submit("/sign-in/code", ("code", codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).Location);
        Assert.Contains("Du har 9 koder igjen", (await other.Get("/account")).Text, StringComparison.Ordinal);
        var third = await SignedIn();
        Assert.NotNull((await third.Submit("/sign-in/code", ("code", codes[3]))).ErrorOf("code"));

        await other.Post("/account/recovery-codes");
        Assert.NotNull((await third.Submit("/sign-in/code", ("code", codes[4]))).ErrorOf("code"));
    }

    [Fact]
    public async Task The_session_has_another_token_after_the_second_factor()
    {
        await Add("kari@example.no", Role.Coordinator);
        var browser = await SignedIn();
        var before = await _app.Database(db => db.Sessions.Select(s => s.TokenHash).SingleAsync());
        var secret = (await browser.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        await browser.Submit("/account/second-factor", ("code", Totp.Code(secret, _app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30)));

        var alive = await _app.Database(db => db.Sessions.Where(s => s.RevokedAt == null).Select(s => s.TokenHash).SingleAsync());
        Assert.NotEqual(before, alive);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/account")).Status);
    }

    [Fact]
    public async Task A_coordinator_ends_an_account_and_nothing_opens_it_any_more()
    {
        var id = await Add("kari@example.no", Role.Professional);
        var browser = await SignedIn();
        await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        var coordinator = await _app.As(Role.Coordinator, "9901");

        Assert.Equal("/m/9901/people", (await coordinator.Post($"/m/9901/people/{id}/end")).Location);

        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get((await Links())[0])).Status);
        Assert.Equal(0, await _app.Database(db => db.PersonRoles.CountAsync(r => r.PersonId == id)));

        _app.Clock.Pass(TimeSpan.FromMinutes(1));
        await coordinator.Submit("/m/9901/people", ("name", "Kari N"), ("email", "kari@example.no"), ("role", "Reader"));
        Assert.Equal(HttpStatusCode.Redirect, (await _app.Open().Submit((await Links())[^1], ("password", Another), ("again", Another))).Status);
        Assert.Equal([Role.Reader], await _app.Database(db => db.PersonRoles.Where(r => r.PersonId == id).Select(r => r.Role).ToListAsync()));
    }

    [Fact]
    public async Task A_coordinator_can_neither_end_nor_reset_an_account_that_also_works_elsewhere_nor_one_in_another_municipality()
    {
        var id = await Add("kari@example.no", Role.Professional);
        var elsewhere = await Add("per@example.no", Role.Professional, 9902);
        await _app.Database(db =>
        {
            db.PersonRoles.Add(new PersonRole { PersonId = id, Role = Role.Leader, Municipality = default, Network = "prove-2027", GrantedAt = App.Start });
            return db.SaveChangesAsync();
        });
        var coordinator = await _app.As(Role.Coordinator, "9901");

        foreach (var (who, deed) in new[] { (id, "end"), (id, "reset-second-factor"), (elsewhere, "end"), (elsewhere, "link"), (elsewhere, "reset-second-factor"), (elsewhere, "address") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Post($"/m/9901/people/{who}/{deed}", ("email", "x@example.no"))).Status);
        }

        Assert.Equal(0, await _app.Database(db => db.Persons.CountAsync(p => p.DisabledAt != null)));
    }

    [Fact]
    public async Task A_lost_second_factor_is_reset_and_set_up_anew()
    {
        var id = await Add("kari@example.no", Role.Professional);
        var browser = await SignedIn();
        var secret = (await browser.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.Submit("/account/second-factor", ("code", Totp.Code(secret, _app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30)));

        await (await _app.As(Role.Operator)).Post($"/operator/people/{id}/reset-second-factor");

        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Database(db => db.RecoveryCodes.CountAsync()));
        var again = _app.Open();
        Assert.Equal("/", (await again.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Location);
        Assert.NotEqual(secret, (await again.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happens_to_an_account_is_seen_by_its_person_its_coordinator_and_the_operator()
    {
        var id = await Add("kari@example.no", Role.Reader);
        await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", "feil passord helt"));
        var browser = await SignedIn();
        await browser.Get("/m/9901/people");
        await browser.Get("/m/9902");

        var own = (await browser.Get("/account")).Text;
        var coordinators = (await (await _app.As(Role.Coordinator, "9901")).Get($"/m/9901/people/{id}")).Text;
        var operators = (await (await _app.As(Role.Operator)).Get("/operator")).Text;

        foreach (var page in new[] { own, coordinators, operators })
        {
            Assert.Contains("Feil passord", page, StringComparison.Ordinal);
            Assert.Contains("Logget inn", page, StringComparison.Ordinal);
            Assert.Contains("Ble nektet adgang til en side", page, StringComparison.Ordinal);
        }

        Assert.Contains("Ble nektet adgang", (await (await _app.As(Role.Coordinator, "9901")).Get("/m/9901/log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_of_a_known_address_tells_nobody_whose_it_is()
    {
        await Add("kari@example.no", Role.Reader, 9902);
        var coordinator = await _app.As(Role.Coordinator, "9901");

        await coordinator.Submit("/m/9901/people", ("name", "Ny kollega"), ("email", "kari@example.no"), ("role", "Reader"));

        var page = (await coordinator.Get("/m/9901/people")).Page.QuerySelector("main")!.TextContent;
        Assert.Contains("Ny kollega", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kari Nordmann", page, StringComparison.Ordinal);
        _app.Clock.Pass(TimeSpan.FromMinutes(1));
        await SignedIn();
        Assert.Contains("Kari Nordmann", (await coordinator.Get("/m/9901/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operator_leader_and_who_gives_rights_give_a_second_factor_first()
    {
        foreach (var (role, path) in new[] { (Role.Operator, "/operator"), (Role.Leader, "/desk"), (Role.Coordinator, "/m/9901/people") })
        {
            await Add($"{role}@example.no".ToLowerInvariant(), role, (short)(role is Role.Coordinator ? 9901 : 0));
            var browser = await SignedIn(email: $"{role}@example.no");
            Assert.Equal("/account/second-factor", (await browser.Get(path)).Location);
        }
    }

    [Fact]
    public async Task Wrong_passwords_from_elsewhere_do_not_lock_a_browser_the_owner_has_signed_in_with()
    {
        await Add("kari@example.no", Role.Reader);
        var known = await SignedIn();
        await known.Post("/sign-out");
        var stranger = _app.Open();
        for (var i = 0; i < 8; i++)
        {
            await stranger.Submit("/sign-in", ("email", "kari@example.no"), ("password", "gjetter bare i blinde"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await known.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
        await known.Post("/sign-out");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await known.Submit("/sign-in", ("email", "kari@example.no"), ("password", "gjetter bare i blinde"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await known.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
    }

    [Theory]
    [InlineData("passordpassord")]
    [InlineData("Passord123456")]
    [InlineData("Sommer2027!!")]
    [InlineData("p4ssw0rd2027!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopas")]
    [InlineData("kari.nordmann1")]
    [InlineData("Mestring Kommune 1")]
    public async Task A_password_that_is_tried_first_is_refused(string password)
    {
        var browser = await WithLink();

        var answer = await browser.Browser.Submit(browser.Path, ("password", password), ("again", password));

        Assert.Equal("Dette passordet er blant dem andre prøver først. Velg noe eget, som en setning på fire–fem ord.", answer.ErrorOf("password"));
    }

    [Fact]
    public async Task A_password_is_the_same_whichever_keyboard_it_is_typed_on()
    {
        var (browser, path) = await WithLink();
        const string Typed = "blåbær på Åsen er godt";
        await browser.Submit(path, ("password", Typed.Normalize(NormalizationForm.FormD)), ("again", Typed.Normalize(NormalizationForm.FormD)));

        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", Typed.Normalize(form)))).Status);
        }
    }

    [Fact]
    public void A_password_stored_before_they_were_written_alike_still_fits()
    {
        var person = new Person { Id = Guid.CreateVersion7(App.Start) };
        var hasher = new Microsoft.AspNetCore.Identity.PasswordHasher<Person>();
        person.PasswordHash = hasher.HashPassword(person, "ﬁre blåbær på Åsen".Normalize(NormalizationForm.FormD));

        Assert.True(Passwords.Fits(person, "ﬁre blåbær på Åsen".Normalize(NormalizationForm.FormD)));
        Assert.True(Passwords.Fits(person, "ﬁre blåbær på Åsen".Normalize(NormalizationForm.FormC)));
        Assert.False(Passwords.Fits(person, "noe annet"));
        Assert.False(Passwords.Fits(null, "nobody"));
    }

    [Fact]
    public async Task What_is_over_is_removed()
    {
        await Add("kari@example.no", Role.Reader);
        await SignedIn();
        await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", "feil passord helt"));
        await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        _app.Clock.Pass(TimeSpan.FromDays(8));

        Assert.Equal(5, await _app.Database(db => AccountSweeper.Sweep(db, _app.Clock.GetUtcNow(), default)));
        Assert.Equal((0, 0, 0), await _app.Database(async db => (await db.Sessions.CountAsync(), await db.SignInAttempts.CountAsync(), await db.OneTimeLinks.CountAsync())));
    }

    public void Dispose() => _app.Dispose();

    private Task<string> Email() => _app.Database(db => db.Persons.Select(p => p.Email).SingleAsync());

    private async Task<List<string>> Links() =>
        [.. (await _app.Database(db => db.Mails.Where(m => m.Body.Contains("/link/")).OrderBy(m => m.CreatedAt).Select(m => m.Body).ToListAsync())).Select(b => b[b.IndexOf("/link/", StringComparison.Ordinal)..].Split('\n')[0])];

    private async Task<(Browser Browser, string Path)> WithLink()
    {
        await Add("kari@example.no", Role.Reader);
        var browser = _app.Open();
        await browser.Submit("/forgotten", ("email", "kari@example.no"));
        return (browser, (await Links())[0]);
    }

    private async Task<Browser> SignedIn(string agent = "", string email = "kari@example.no")
    {
        var browser = _app.Open();
        if (agent.Length > 0)
        {
            browser.Header("User-Agent", agent);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/sign-in", ("email", email), ("password", Password))).Status);
        return browser;
    }

    private async Task<Guid> Add(string email, Role role, short municipality = 9901)
    {
        var now = _app.Clock.GetUtcNow();
        var person = new Person { Id = Guid.CreateVersion7(now), Email = email, Name = "Kari Nordmann", CreatedAt = now };
        person.PasswordHash = Passwords.Hash(person, Password);
        await _app.Database(db =>
        {
            db.Persons.Add(person);
            db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = role, Municipality = municipality == 0 ? default : MunicipalityCode.FromNumber(municipality), Network = "", GrantedAt = now });
            return db.SaveChangesAsync();
        });
        return person.Id;
    }
}

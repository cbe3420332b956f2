using System.Net;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>What may happen once happens once, however often it is sent at the same moment: on a file of SQLite, and on PostgreSQL.</summary>
public sealed class OnceTests : IDisposable
{
    private const string Password = "et langt passord med mellomrom";
    private const int Many = 20;

    private readonly App _app = new(database: TestDatabase.ForMany());

    [Fact]
    public async Task One_code_sent_twenty_times_at_once_signs_in_once()
    {
        await Add("kari@example.no");
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));
        var secret = (await browser.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await browser.Submit("/account/second-factor", ("code", Code(secret)));
        _app.Clock.Pass(TimeSpan.FromMinutes(1));
        var waiting = new List<(Browser Browser, Reply Page)>();
        for (var i = 0; i < Many; i++)
        {
            var other = _app.Open();
            await other.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));
            waiting.Add((other, await other.Get("/sign-in/code")));
        }

        var answers = await Task.WhenAll(waiting.Select(w => Task.Run(() => w.Browser.Send(w.Page, "/sign-in/code", ("code", Code(secret))))));

        Assert.Equal(1, answers.Count(a => a.Status is HttpStatusCode.Redirect));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{a.Status}"));
    }

    [Fact]
    public async Task One_link_sent_twenty_times_at_once_chooses_one_password()
    {
        var now = _app.Clock.GetUtcNow();
        var (token, id) = (Sessions.NewToken(), Guid.CreateVersion7(now));
        await _app.Database(db =>
        {
            db.Persons.Add(new Person { Id = id, Email = "ny@example.no", Name = "Ny", CreatedAt = now });
            db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = id, CreatedAt = now, ExpiresAt = now + Accounts.LinkLength });
            return db.SaveChangesAsync();
        });
        var browser = _app.Open();
        var open = await browser.Get($"/link/{token}");

        var answers = await browser.SendAtOnce(Many, open, $"/link/{token}", ("password", Password), ("again", Password));

        Assert.Equal(1, answers.Count(a => a.Status is HttpStatusCode.Redirect));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{a.Status}"));
        Assert.Equal(1, await _app.Database(db => db.Sessions.CountAsync(s => s.PersonId == id && s.RevokedAt == null)));
    }

    [Fact]
    public async Task One_invitation_sent_twenty_times_at_once_makes_one_person_one_role_and_one_mail()
    {
        var coordinator = await _app.As(Role.Coordinator, "9901");
        var open = await coordinator.Get("/m/9901/people");

        var answers = await coordinator.SendAtOnce(Many, open, "/m/9901/people", ("name", "Per"), ("email", "per@example.no"), ("role", "Professional"));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal(1, await _app.Database(db => db.Persons.CountAsync(p => p.Email == "per@example.no")));
        Assert.Equal(1, await _app.Database(db => db.PersonRoles.CountAsync(r => r.Role == Role.Professional)));
        var mail = await _app.Database(db => db.Mails.SingleAsync());
        var path = mail.Body[mail.Body.IndexOf("/link/", StringComparison.Ordinal)..].Split('\n')[0];
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get(path)).Status);
    }

    [Fact]
    public async Task Of_sixty_wrong_passwords_at_once_at_most_five_are_evaluated()
    {
        await Add("kari@example.no");
        var browser = _app.Open();
        var open = await browser.Get("/sign-in");

        var answers = await browser.SendAtOnce(60, open, "/sign-in", ("email", "kari@example.no"), ("password", "gjetter bare i blinde"));

        var evaluated = answers.Count(a => a.Status is HttpStatusCode.UnprocessableEntity);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests, $"{a.Status}"));
        while (evaluated <= 5 && (await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", "gjetter bare i blinde"))).Status is HttpStatusCode.UnprocessableEntity)
        {
            evaluated++;
        }

        // Those that stood in each other's way have not been evaluated, and do not count; five are, and then not even the right one.
        Assert.Equal(5, evaluated);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
    }

    public void Dispose() => _app.Dispose();

    private string Code(string secret) => Totp.Code(secret, _app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    private Task Add(string email) => _app.Database(db =>
    {
        var now = _app.Clock.GetUtcNow();
        var person = new Person { Id = Guid.CreateVersion7(now), Email = email, Name = "Kari", CreatedAt = now };
        person.PasswordHash = Passwords.Hash(person, Password);
        db.Persons.Add(person);
        db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = Role.Coordinator, Municipality = MunicipalityCode.FromNumber(9901), Network = "", GrantedAt = now });
        return db.SaveChangesAsync();
    });
}

using System.Net;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Comparison;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

public sealed class SecondFactorTests : IDisposable
{
    private const string Password = "et langt passord med mellomrom";
    private const string Cases = "/m/9901/prove-2027/cases";
    private readonly App _app = new();

    [Fact]
    public async Task Who_can_open_a_case_sets_up_a_second_factor_first_and_gives_it_at_every_sign_in()
    {
        await AddCoordinator();
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));

        Assert.Equal("/account/second-factor", (await browser.Get(Cases)).Location);
        var secret = await Secret(browser);
        Assert.Equal(
            $"otpauth://totp/Mestring:kari%40example.no?secret={secret}&issuer=Mestring",
            Assert.Single((await browser.Get("/account/second-factor")).Page.QuerySelectorAll("a[href^='otpauth:']")).GetAttribute("href"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/account/second-factor", ("code", "000000"))).Status);
        Assert.Contains("Gjenopprettingskoder", (await browser.Submit("/account/second-factor", ("code", Now(secret)))).Text, StringComparison.Ordinal);
        Assert.NotEqual("/account/second-factor", (await browser.Get(Cases)).Location);

        var later = _app.Open();
        Assert.Equal("/sign-in/code", (await later.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Location);
        Assert.Equal("/sign-in/code", (await later.Get("/account")).Location);
        var reused = await later.Submit("/sign-in/code", ("code", Now(secret)));
        Assert.Equal("Koden stemmer ikke. Vent til appen viser en ny, og prøv den.", reused.ErrorOf("code"));
        _app.Clock.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal("/", (await later.Submit("/sign-in/code", ("code", Now(secret)))).Location);
        Assert.Equal(HttpStatusCode.OK, (await later.Get("/account")).Status);
    }

    [Fact]
    public async Task Five_wrong_codes_are_enough_for_a_quarter_of_an_hour()
    {
        await AddCoordinator();
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));
        var secret = await Secret(browser);
        for (var i = 0; i < 5; i++)
        {
            await browser.Submit("/account/second-factor", ("code", "123"));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/account/second-factor", ("code", Now(secret)))).Status);
        _app.Clock.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await browser.Submit("/account/second-factor", ("code", Now(secret)))).Status);
    }

    [Fact]
    public async Task The_secret_is_sealed_in_the_database()
    {
        await AddCoordinator();
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));
        var secret = await Secret(browser);

        Assert.DoesNotContain(secret, await _app.Database(db => db.Persons.Select(p => p.TotpSecret).SingleAsync()), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<string> Secret(Browser browser) =>
        (await browser.Get("/account/second-factor")).Page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private string Now(string secret) => Totp.Code(secret, _app.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    private async Task AddCoordinator()
    {
        await _app.Network("prove-2027", Seeded.Reablement, new DateOnly(2027, 4, 20), ("9901", "Eksempelvik"));
        await _app.Database(db =>
        {
            var now = _app.Clock.GetUtcNow();
            var person = new Person { Id = Guid.CreateVersion7(now), Email = "kari@example.no", Name = "Kari", CreatedAt = now };
            person.PasswordHash = Passwords.Hash(person, Password);
            db.Persons.Add(person);
            db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = Role.Coordinator, Municipality = MunicipalityCode.FromNumber(9901), Network = "", GrantedAt = now });
            return db.SaveChangesAsync();
        });
    }
}

using System.Diagnostics;
using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

public sealed class SignInTests : IDisposable
{
    private const string Password = "et langt passord med mellomrom";
    private readonly App _app = new();

    [Fact]
    public async Task The_right_password_signs_in_and_signing_out_ends_the_session_at_once()
    {
        await AddPerson("kari@example.no");
        var browser = _app.Open();

        var entered = await browser.Submit("/sign-in", ("email", "Kari@Example.no "), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.Contains("Kari", (await browser.Get("/account")).Page.Body!.TextContent, StringComparison.Ordinal);

        await browser.Post("/sign-out");
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Database(db => db.Sessions.CountAsync(s => s.RevokedAt != null)));
    }

    [Fact]
    public async Task A_revoked_session_is_signed_out_on_its_next_request()
    {
        var person = await AddPerson("kari@example.no");
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password));

        await _app.Database(db => Sessions.RevokeAll(db, person, _app.Clock.GetUtcNow(), CancellationToken.None));

        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kari@example.no", "feil passord her da")]
    [InlineData("ukjent@example.no", Password)]
    public async Task A_wrong_password_and_an_unknown_account_answer_alike(string email, string password)
    {
        await AddPerson("kari@example.no");

        var answer = await _app.Open().Submit("/sign-in", ("email", email), ("password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Vi kjenner ikke igjen e-posten og passordet sammen. Se etter skrivefeil, eller be om en ny lenke.", answer.ErrorOf("email"));
        Assert.Equal(email, answer.Page.GetElementById("email")!.GetAttribute("value"));
        Assert.Equal(string.Empty, answer.Page.GetElementById("password")!.GetAttribute("value") ?? string.Empty);
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_a_quarter_of_an_hour()
    {
        await AddPerson("kari@example.no");
        var browser = _app.Open();
        for (var i = 0; i < 5; i++)
        {
            await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", "gjetter bare her"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);

        _app.Clock.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/sign-in", ("email", "kari@example.no"), ("password", Password))).Status);
    }

    [Fact]
    public async Task A_password_is_stored_as_PBKDF2_with_SHA512_and_210_000_rounds()
    {
        await AddPerson("kari@example.no");

        var hash = Convert.FromBase64String((await _app.Database(db => db.Persons.Select(p => p.PasswordHash).SingleAsync()))!);

        Assert.Equal(1, hash[0]);
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(210_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task A_one_time_link_opens_once_within_seven_days()
    {
        var now = _app.Clock.GetUtcNow();
        var token = Sessions.NewToken();
        await _app.Database(db =>
        {
            var person = new Person { Id = Guid.CreateVersion7(now), Email = "ny@example.no", Name = "Ny", CreatedAt = now };
            db.Persons.Add(person);
            db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + Accounts.LinkLength });
            return db.SaveChangesAsync();
        });

        var tooShort = await _app.Open().Submit($"/link/{token}", ("password", "kort"), ("again", "kort"));
        Assert.Equal("Passordet er på 4 tegn. Det må ha fra 12 til 200.", tooShort.ErrorOf("password"));

        Assert.Equal(HttpStatusCode.Redirect, (await _app.Open().Submit($"/link/{token}", ("password", Password), ("again", Password))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get($"/link/{token}")).Status);
    }

    [Fact]
    public async Task A_forgotten_password_goes_by_mail_and_says_nothing_about_who_has_an_account()
    {
        await AddPerson("kari@example.no");

        var clock = Stopwatch.StartNew();
        var known = await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        var forKnown = clock.ElapsedMilliseconds;
        var unknown = await _app.Open().Submit("/forgotten", ("email", "ukjent@example.no"));
        var forUnknown = clock.ElapsedMilliseconds - forKnown;

        Assert.Equal(known.Text, unknown.Text);

        // Neither is answered before the time that both take.
        Assert.True(Math.Min(forKnown, forUnknown) > 100, $"{forKnown} ms for a known address, {forUnknown} ms for an unknown one");
        var mail = await _app.Database(db => db.Mails.SingleAsync());
        Assert.Equal("kari@example.no", mail.Recipient);
        Assert.Contains("/link/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_dead_after_seven_days()
    {
        await AddPerson("kari@example.no");
        await _app.Open().Submit("/forgotten", ("email", "kari@example.no"));
        var body = await _app.Database(db => db.Mails.Select(m => m.Body).SingleAsync());
        var path = body[body.IndexOf("/link/", StringComparison.Ordinal)..].Split('\n')[0];

        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get(path)).Status);
        _app.Clock.Pass(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get(path)).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await AddPerson("kari@example.no");

        var answer = await _app.Open().Submit("/sign-in", ("email", "kari@example.no"), ("password", Password), ("back", back));

        Assert.Equal("/", answer.Location);
    }

    public void Dispose() => _app.Dispose();

    private async Task<Guid> AddPerson(string email)
    {
        var now = _app.Clock.GetUtcNow();
        var person = new Person { Id = Guid.CreateVersion7(now), Email = email, Name = "Kari", CreatedAt = now };
        person.PasswordHash = Passwords.Hash(person, Password);
        await _app.Database(db =>
        {
            db.Persons.Add(person);
            return db.SaveChangesAsync();
        });
        return person.Id;
    }
}

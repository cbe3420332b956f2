using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Access;

/// <summary>Made-up people are for whoever sits at the machine, never for whoever can reach it.</summary>
public sealed class DemonstrationPeopleTests
{
    [Theory]
    [InlineData(true, "http://127.0.0.1:5000")]
    [InlineData(true, "http://localhost:5000", "http://[::1]:5000")]
    [InlineData(false, "http://0.0.0.0:5000")]
    [InlineData(false, "http://127.0.0.1:5000", "http://192.168.1.20:5000")]
    [InlineData(false, "http://[::]:5000")]
    [InlineData(false)]
    public async Task They_are_offered_only_when_every_address_is_this_machine(bool offered, params string[] addresses)
    {
        using var app = new App(demonstration: true);
        await Server.Seed(app.Services.CreateScope().ServiceProvider, CancellationToken.None);
        ListenOn(app, addresses);

        var page = await app.Open().Get("/sign-in");

        Assert.Equal(offered, page.Page.QuerySelector("select[name=person]") is not null);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Original-For", "127.0.0.1:51000")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "mestring.example")]
    [InlineData("Origin", "https://mestring.example")]
    public async Task They_are_not_offered_to_a_request_that_something_has_passed_on(string header, string value)
    {
        using var app = new App(demonstration: true);
        await Server.Seed(app.Services.CreateScope().ServiceProvider, CancellationToken.None);
        ListenOn(app, "http://localhost:5000");
        var id = await app.Database(db => db.Persons.Where(p => p.Demonstration).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        var browser = app.Open();
        browser.Header(header, value);

        Assert.Null((await browser.Get("/sign-in")).Page.QuerySelector("select[name=person]"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/sign-in/demonstration", ("person", $"{id}"))).Status);
    }

    [Fact]
    public async Task Their_sessions_end_when_the_demonstration_is_switched_off()
    {
        using var app = new App();
        var token = Sessions.NewToken();
        await app.Database(db =>
        {
            var person = new Person { Id = Guid.CreateVersion7(App.Start), Email = "oppdiktet@example.no", Name = "Oppdiktet", Demonstration = true, CreatedAt = App.Start };
            db.Persons.Add(person);
            db.Sessions.Add(new Session { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = App.Start, ExpiresAt = App.Start.AddHours(2) });
            return db.SaveChangesAsync();
        });
        var browser = app.Open();
        browser.Cookie($"{Sessions.CookieName}={token}");

        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_locks_others_out_of_a_made_up_person()
    {
        using var app = new App(demonstration: true);
        await Server.Seed(app.Services.CreateScope().ServiceProvider, CancellationToken.None);
        ListenOn(app, "http://localhost:5000");
        var id = await app.Database(db => db.Persons.Where(p => p.Demonstration).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        var browser = app.Open();
        await browser.Post("/sign-in/demonstration", ("person", $"{id}"));

        Assert.Equal("/account", (await browser.Get("/account/second-factor")).Location);
        await browser.Post("/account/second-factor/begin");
        await browser.Post("/account/second-factor", ("code", "123456"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/account/password", ("current", "x"), ("password", "fire helt andre ord"), ("again", "fire helt andre ord"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post("/account/email", ("new-email", "x@example.no"), ("own-password", "x"))).Status);

        Assert.Equal(0, await app.Database(db => db.Persons.CountAsync(p => p.TotpSecret != null || p.TotpConfirmedAt != null)));
    }

    private static void ListenOn(App app, params string[] addresses)
    {
        var feature = new Addresses();
        app.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(feature);
        Array.ForEach(addresses, feature.All.Add);
    }

    private sealed class Addresses : IServerAddressesFeature
    {
        public List<string> All { get; } = [];

        ICollection<string> IServerAddressesFeature.Addresses => All;

        public bool PreferHostingUrls { get; set; }
    }
}

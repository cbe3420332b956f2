using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Mestring.Core;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Comparison;

public sealed class EconomyTests
{
    private const string Results = "/m/9901/rehab/results";
    private const string Prices = "/m/9901/rehab/prices";
    private const string Intake = "/m/9901/rehab/intake";
    private static readonly DateOnly Started = new(2026, 1, 5);

    /// <summary>
    /// One course, by hand: 10 h before and 4 h from day 70 to the end of week 52: 42 × 6 = 252 h, 176 400 kr at 700 kr. Ten weeks of 270
    /// minutes at 450 kr an hour: 45 h and 20 250 kr. Net 156 150 kr and 207 h. Break-even 20 250 / (6 × 700) = 4.8 weeks.
    /// </summary>
    [Fact]
    public async Task Hours_freed_become_kroner_only_at_the_municipalitys_own_price()
    {
        using var app = await Run();
        await Course(app);
        var coordinator = await app.As(Role.Coordinator, "9901");

        var without = await coordinator.Get(Results);
        Assert.Contains("252 vedtakstimer frigjort, sett over 42 personuker", without.Text, StringComparison.Ordinal);
        Assert.Contains("Kommunen har ikke skrevet inn priser", without.Text, StringComparison.Ordinal);
        Assert.Contains("frigjort kapasitet, ikke innsparte kroner", without.Text, StringComparison.Ordinal);

        var saved = await coordinator.Submit(Prices, ("home", "700"), ("work-HomeTrainer", "450"), ("year", "2027"), ("source", "budsjett 2027"));
        Assert.Equal((HttpStatusCode.Redirect, Results), (saved.Status, saved.Location));

        var text = (await coordinator.Get(Results)).Text.Replace(' ', ' ').Replace(' ', ' ');
        Assert.Contains("svarer timene til kr 176 400 (kr 700 i timen, 2027, budsjett 2027)", text, StringComparison.Ordinal);
        Assert.Contains("Innsatsen var 45 timer og kr 20 250. Netto det første året: kr 156 150, eller +207 timer.", text, StringComparison.Ordinal);
        Assert.Contains("Timene svarer til innsatsen 5 uker etter forløpet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommunen har ikke skrevet inn priser", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 5.0, Language.Nb, "Timene svarer til innsatsen 5 uker etter forløpet")]
    [InlineData(0, 52.0, Language.En, "The hours match the input 52 weeks after the case")]
    [InlineData(1000, 60.0, Language.Nn, "Timane svarer til innsatsen innan det første året.")]
    [InlineData(1000, null, Language.Nb, "Timene svarer til innsatsen innen det første året.")]
    [InlineData(-1000, 60.0, Language.Nb, "Timene når ikke innsatsen det første året, så langt det er sett. Holder de seg som dagen etter forløpet, svarer de til innsatsen etter 60 uker.")]
    [InlineData(-1000, 60.0, Language.Nn, "Timane når ikkje innsatsen det første året, så langt det er sett. Held dei seg som dagen etter forløpet, svarer dei til innsatsen etter 60 veker.")]
    [InlineData(-1000, 10.0, Language.En, "The hours do not match the input in the first year, as far as it has been seen.")]
    [InlineData(-1000, null, Language.En, "The hours do not match the input in the first year, nor later")]
    public void The_week_of_break_even_never_says_otherwise_than_the_net_beside_it(int net, double? weeks, Language language, string expected) =>
        Assert.StartsWith(expected, Web.Comparison.EconomySection.BreakEven(net, weeks, new Web.Design.Texts(language)), StringComparison.Ordinal);

    [Fact]
    public async Task Prices_and_hours_freed_are_not_shown_to_others()
    {
        using var app = await Run();
        await Course(app);
        await (await app.As(Role.Coordinator, "9901")).Submit(Prices, ("home", "712"), ("year", "2027"), ("source", "HEMMELIG budsjett"));

        var leader = await (await app.As(Role.Leader, "", "rehab")).Get("/desk/rehab/results");
        var other = await (await app.As(Role.Coordinator, "9902")).Get("/m/9902/rehab/results");

        Assert.All(new[] { leader, other }, page =>
        {
            Assert.DoesNotContain("HEMMELIG", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("frigjort, sett over", page.Text, StringComparison.Ordinal);
        });
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(Role.Reader, "9901")).Get(Prices)).Status);
    }

    [Theory]
    [InlineData("home", "0", "Skriv kroner i timen, fra 1 til 10 000")]
    [InlineData("home", "", "Skriv kroner i timen, fra 1 til 10 000")]
    [InlineData("work-Nurse", "mye", "Skriv kroner i timen, fra 1 til 10 000")]
    [InlineData("year", "27", "Skriv året med fire sifre, fra 2010 til 2028.")]
    [InlineData("source", "", "Skriv hvor prisene kommer fra")]
    public async Task A_price_that_cannot_be_right_is_shown_again_with_what_is_wanted(string field, string typed, string message)
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        var fields = new Dictionary<string, string> { ["home"] = "650,50", ["work-Nurse"] = "500", ["year"] = "2027", ["source"] = "budsjett" };
        fields[field] = typed;

        var page = await coordinator.Submit(Prices, [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, page.Page.GetElementById(field)!.GetAttribute("value") ?? "");
        await app.Database(async db => Assert.Empty(await db.Prices.IgnoreQueryFilters().ToListAsync()));
    }

    [Fact]
    public async Task Prices_that_somebody_else_has_saved_meanwhile_are_not_overwritten()
    {
        using var app = await Run();
        var (one, other) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Coordinator, "9901"));
        await one.Submit(Prices, ("home", "650,50"), ("year", "2027"), ("source", "budsjett"));

        var page = await other.Submit(Prices, ("home", "700"), ("year", "2027"), ("source", "regnskap"), ("version", "0"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        var kept = await app.Database(db => db.Prices.IgnoreQueryFilters().SingleAsync());
        Assert.Equal((65_050, "budsjett"), (kept.HomeServiceHour, kept.Source));
    }

    [Fact]
    public async Task Those_referred_without_a_course_are_counted_into_the_flow_and_can_be_put_right()
    {
        using var app = await Run();
        await Course(app);
        var coordinator = await app.As(Role.Coordinator, "9901");
        Assert.Contains("Hvor mange som ble henvist, er ikke ført.", (await coordinator.Get(Results)).Text, StringComparison.Ordinal);

        await coordinator.Submit(Intake, ("not-2027-01", "7"), ("no-2027-01", "4"), ("not-2027-02", "3"), ("no-2027-02", "0"));
        Assert.Contains("15 ble henvist. 10 var ikke i målgruppen, og 4 takket nei. 1 startet", (await coordinator.Get(Results)).Text, StringComparison.Ordinal);

        await coordinator.Submit(Intake, ("not-2027-01", ""), ("no-2027-01", ""), ("not-2027-02", "3"), ("no-2027-02", "0"));
        Assert.Contains("4 ble henvist. 3 var ikke i målgruppen, og 0 takket nei. 1 startet", (await coordinator.Get(Results)).Text, StringComparison.Ordinal);

        var half = await coordinator.Submit(Intake, ("not-2027-01", "5"), ("no-2027-01", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.Status);
        Assert.Contains("Skriv begge tallene for måneden", half.Text, StringComparison.Ordinal);
        await app.Database(async db => Assert.Equal(2, await db.Audit.CountAsync(a => a.Action == "change-intake")));
    }

    private static async Task<App> Run()
    {
        var app = new App();
        await app.Network("rehab", Seeded.Reablement, new DateOnly(2026, 1, 13), ("9901", "Eksempelvik"), ("9902", "Prøvedal"));
        return app;
    }

    private static Task Course(App app) => app.Database(async db =>
    {
        var file = CaseFile.Start(db, [], new CaseRow
        {
            Municipality = MunicipalityCode.Parse("9901", null),
            Id = Guid.CreateVersion7(App.Start),
            Network = "rehab",
            Pseudonym = "A-1",
            BirthYear = 1940,
            StartedOn = Started,
            EndedOn = Started.AddDays(69),
            EndReason = EndReason.WithService,
            GoalInstrument = GoalInstrument.Psfs,
            CreatedAt = App.Start,
        });
        foreach (var (id, hours, from, to) in new[] { ("a", "10", Started.AddDays(-100), (DateOnly?)Started.AddDays(69)), ("b", "4", Started.AddDays(70), null) })
        {
            file.Set($"grant.{id}.service", "1");
            file.Set($"grant.{id}.amount", hours);
            file.Set($"grant.{id}.from", from.ToString("O", CultureInfo.InvariantCulture));
            file.Set($"grant.{id}.to", to?.ToString("O", CultureInfo.InvariantCulture));
        }

        for (var week = 1; week <= 10; week++)
        {
            file.Set($"input.{week}.HomeTrainer.direct", "180");
            file.Set($"input.{week}.HomeTrainer.travel", "60");
            file.Set($"input.{week}.HomeTrainer.coordination", "30");
        }

        file.Complete(App.Start, "Test");
        await db.SaveChangesAsync();
    });
}

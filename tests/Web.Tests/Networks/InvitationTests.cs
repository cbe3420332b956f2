using System.Net;
using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Networks;

public sealed class InvitationTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task The_invitation_of_2017_shows_everything_it_stated_and_how_it_is_read()
    {
        await _app.AddHistory();

        var page = await _app.Open().Get("/networks/hverdagsrehabilitering-2017");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var text = Plain(page.Text);
        Assert.Contains("1. september 2017", text, StringComparison.Ordinal);
        Assert.Contains("10.–11. oktober 2017 · to dager · Tromsø", text, StringComparison.Ordinal);
        Assert.Contains("22.–23. november 2017 · to dager · sted avklares", text, StringComparison.Ordinal);
        Assert.Contains("8–10. Minst 6 for at nettverket starter.", text, StringComparison.Ordinal);
        Assert.Contains("Kom gjerne minst 4 på hver samling.", text, StringComparison.Ordinal);
        Assert.Contains("På grensen gjelder det laveste trinnet.", text, StringComparison.Ordinal);
        Assert.Contains("omtrent et halvt år og omtrent ett år", text, StringComparison.Ordinal);
        Assert.Contains("Nettverket er avsluttet", text, StringComparison.Ordinal);
        Assert.Equal(4, page.Page.QuerySelectorAll("ol.gatherings > li").Length);
        Assert.Equal(16, page.Page.QuerySelectorAll("#fee ~ details tbody tr").Length);
        Assert.Null(page.Page.QuerySelector("a[href$='/enrol']"));
    }

    [Fact]
    public async Task The_invitation_of_2022_shows_months_a_conditional_price_and_the_information_meeting()
    {
        await _app.AddHistory();

        var text = Plain((await _app.Open("nn").Get("/networks/utviklingshemming-2022")).Text);

        Assert.Contains("14.–15. mars 2022 · 1–1,5 dagar", text, StringComparison.Ordinal);
        Assert.Contains("mai–juni 2022 · halvannan dag", text, StringComparison.Ordinal);
        Assert.Contains("juni 2023 · éin dag", text, StringComparison.Ordinal);
        Assert.Contains("Digitalt 2. februar 2022 kl. 08.30–09.15", text, StringComparison.Ordinal);
        Assert.Contains("om lag kr 50 000", text, StringComparison.Ordinal);
        Assert.Contains("Det er ikkje opplyst om meirverdiavgift er med.", text, StringComparison.Ordinal);
        Assert.Contains("OU-midlar", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calculator_shows_the_fee_the_figure_its_date_and_its_source()
    {
        await _app.AddOpen();

        var page = await _app.Open().Get($"/networks/{Runs.Reablement}?municipality=9902");

        Assert.Equal("kr 27 200", Plain(page.Page.QuerySelector("output:not([data-date])")!.TextContent));
        Assert.Contains("Prøvedal har 7 842 innbyggere (SSB 07459, 1. januar 2027) og hører til trinnet 5 001–8 000.", Plain(page.Text), StringComparison.Ordinal);
        Assert.Equal("9902", page.Page.QuerySelector("#municipality option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.Page.QuerySelector($"a[href='/networks/{Runs.Reablement}/enrol?municipality=9902']"));
    }

    [Fact]
    public async Task The_calculator_asks_for_figure_and_date_when_the_register_has_none()
    {
        await _app.AddOpen();
        var browser = _app.Open();

        var asked = await browser.Get($"/networks/{Runs.Reablement}?municipality=9901");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.NotNull(asked.Page.QuerySelector("#inhabitants"));
        Assert.Null(asked.Page.QuerySelector("output:not([data-date])"));

        var answered = await browser.Get($"/networks/{Runs.Reablement}?municipality=other&inhabitants=75+000&counted=2026-01-01");
        Assert.Equal("kr 84 000", Plain(answered.Page.QuerySelector("output:not([data-date])")!.TextContent));

        var pointed = await browser.Get($"/networks/{Runs.Reablement}?municipality=other&inhabitants=75.000&counted=1.1.2026");
        Assert.Equal("kr 84 000", Plain(pointed.Page.QuerySelector("output:not([data-date])")!.TextContent));

        var agreed = await browser.Get($"/networks/{Runs.Reablement}?municipality=9901&inhabitants=150001&counted=01.01.2026");
        Assert.Equal("etter avtale", agreed.Page.QuerySelector("output:not([data-date])")!.TextContent);
    }

    [Theory]
    [InlineData("municipality=9904", "municipality", "9904")]
    [InlineData("municipality=abcd", "municipality", "abcd")]
    [InlineData("municipality=9901&inhabitants=mange&counted=2026-01-01", "inhabitants", "mange")]
    [InlineData("municipality=9901&inhabitants=75%091&counted=2026-01-01", "inhabitants", "75")]
    [InlineData("municipality=9901&inhabitants=75.00&counted=1/2/2026", "counted", "1/2/2026")]
    [InlineData("municipality=9901&inhabitants=&counted=2026-01-01", "inhabitants", "Skriv hvor mange")]
    [InlineData("municipality=9901&inhabitants=0&counted=2026-01-01", "inhabitants", "0")]
    [InlineData("municipality=9901&inhabitants=900&counted=", "counted", "Skriv datoen")]
    [InlineData("municipality=9901&inhabitants=900&counted=2028-01-01", "counted", "2028-01-01")]
    public async Task The_calculator_says_what_was_wrong_and_keeps_it(string query, string field, string said)
    {
        await _app.AddOpen();

        var page = await _app.Open().Get($"/networks/{Runs.Reablement}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(said, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("output:not([data-date])"));
    }

    [Fact]
    public async Task A_change_after_publishing_is_shown_with_its_moment()
    {
        await _app.AddOpen();
        await _app.Database(db =>
        {
            db.NetworkChanges.Add(new NetworkChange
            {
                Id = Guid.CreateVersion7(App.Start),
                Network = Runs.Reablement,
                At = App.Start,
                Text = JsonSerializer.Serialize(new LocalizedText("Samling 2 er flyttet.", "Samling 2 er flytta.", "Gathering 2 is moved.")),
            });
            return db.SaveChangesAsync();
        });

        var changes = (await _app.Open("nn").Get($"/networks/{Runs.Reablement}")).Page.QuerySelector("section[aria-labelledby=changes]")!;

        Assert.Contains("11. februar 2027 kl. 14.03: Samling 2 er flytta.", changes.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_leader_and_by_nobody_else()
    {
        await _app.AddRun("hverdagsrehabilitering", "utkast", new DateOnly(2027, 10, 12), NetworkState.Draft);

        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get("/networks/utkast")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.As(Role.Leader, network: "annet")).Get("/networks/utkast")).Status);
        var page = await (await _app.As(Role.Leader, network: "utkast", language: "en")).Get("/networks/utkast");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The invitation has not been published", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_network_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get("/networks/finst-ikkje")).Status);

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task The_invitation_is_one_whole_page_in_every_language(string language)
    {
        await _app.AddOpen();
        var browser = _app.Open(language);
        _app.Sql.Reset();

        var page = (await browser.Get($"/networks/{Runs.Reablement}?municipality=9902")).Page;

        Assert.InRange(_app.Sql.Commands.Count, 1, 10);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e => Assert.All(e.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope")));
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Spaces as one sees them.</summary>
    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}

using System.Net;
using Mestring.Core.Networks;

namespace Mestring.Web.Tests.Networks;

public sealed class NetworkListTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task The_two_historical_networks_are_in_every_database_once()
    {
        await _app.AddHistory();
        await _app.AddHistory();

        var page = await _app.Open().Get("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var over = page.Page.QuerySelectorAll("section[aria-labelledby=over] tbody a").Select(a => a.GetAttribute("href"));
        Assert.Equal("/networks/utviklingshemming-2022 /networks/hverdagsrehabilitering-2017", string.Join(' ', over));
    }

    [Fact]
    public async Task An_open_network_shows_how_many_have_enrolled_and_how_many_it_takes()
    {
        await _app.AddOpen();
        foreach (var municipality in new[] { "9901", "9902", "9903" })
        {
            await _app.AddEnrolment(Runs.Reablement, municipality, municipality is "9901" ? EnrolmentState.Confirmed : EnrolmentState.Received);
        }

        await _app.AddEnrolment(Runs.Reablement, "9904", EnrolmentState.Declined);
        await _app.AddEnrolment(Runs.Reablement, "9905", EnrolmentState.WaitingList);

        var card = (await _app.Open().Get("/")).Page.QuerySelectorAll("article").Single(a => a.QuerySelector("a")!.GetAttribute("href") is $"/networks/{Runs.Reablement}");

        Assert.Contains("3 kommuner. Minst 6 må være med. Plass til 10.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal((3, 3), (card.QuerySelectorAll("circle.solid").Length, card.QuerySelectorAll("circle:not(.solid)").Length));
        Assert.Contains("fra kr 14 100", card.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NetworkState.Draft, "2027-04-20", null)]
    [InlineData(NetworkState.Open, "2027-04-20", "open")]
    [InlineData(NetworkState.Open, "2027-03-01", "closed")]
    [InlineData(NetworkState.Closed, "2027-04-20", "closed")]
    [InlineData(NetworkState.Running, "2026-10-13", "running")]
    [InlineData(NetworkState.Ended, "2026-04-14", "followed")]
    [InlineData(NetworkState.Ended, "2024-04-16", "over")]
    public async Task A_network_stands_where_it_belongs(NetworkState state, string first, string? section)
    {
        await _app.AddRun("hverdagsrehabilitering", "her", DateOnly.Parse(first, null), state);

        var link = (await _app.Open().Get("/")).Page.QuerySelector("a[href='/networks/her']");

        Assert.Equal(section, link?.Closest("section")?.GetAttribute("aria-labelledby"));
    }

    [Theory]
    [InlineData("nb", "Åpne for påmelding")]
    [InlineData("nn", "Opne for påmelding")]
    [InlineData("en", "Open for enrolment")]
    public async Task The_list_is_written_in_three_languages(string language, string heading)
    {
        await _app.AddOpen();

        var page = await _app.Open(language).Get("/");

        Assert.Equal(language, page.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.Page.GetElementById("open")!.TextContent);
    }

    [Fact]
    public async Task The_list_asks_the_database_few_questions()
    {
        await _app.AddHistory();
        await _app.AddOpen();
        var browser = _app.Open();
        _app.Sql.Reset();

        await browser.Get("/");

        Assert.InRange(_app.Sql.Commands.Count, 1, 4);
    }

    public void Dispose() => _app.Dispose();
}

using System.Net;

namespace Mestring.Web.Tests.Access;

public sealed class HeaderTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task Every_answer_says_what_the_browser_may_do_and_the_nonce_is_new_each_time()
    {
        using var client = _app.CreateClient();
        var policies = new List<string>();
        foreach (var path in new[] { "/sign-in", "/nowhere", "/health/live", "/sign-in" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            policies.Add(response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.True(response.Headers.CacheControl is { NoStore: true, NoCache: true }, path); // both, or every form would be logged as having asked for something else
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        }

        Assert.All(policies, p => Assert.StartsWith("default-src 'none'; script-src 'nonce-", p, StringComparison.Ordinal));
        Assert.Equal(4, policies.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(policies, p => p.Contains("unsafe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_words()
    {
        using var client = _app.CreateClient();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("email", "kari@example.no"), KeyValuePair.Create("password", "x")]);

        using var response = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Skjemaet var gått ut på tid", WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_answers_404_in_the_visitors_language()
    {
        Assert.Contains("Vi finn ikkje sida", (await _app.Open("nn").Get("/nowhere")).Text, StringComparison.Ordinal);
        Assert.Contains("We cannot find the page", (await _app.Open("en-US,en;q=0.9").Get("/nowhere")).Text, StringComparison.Ordinal);
        Assert.Contains("Vi finner ikke siden", (await _app.Open("de").Get("/nowhere")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_stays()
    {
        var browser = _app.Open("nb");
        Assert.Equal("/sign-in", (await browser.Get("/language/nn?back=/sign-in")).Location);

        Assert.Equal("nn", (await browser.Get("/sign-in")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/", (await browser.Get("/language/nn?back=//evil.example")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/language/xx")).Status);
    }

    public void Dispose() => _app.Dispose();
}

using System.Net;
using Mestring.Web.Access;

namespace Mestring.Web.Tests.Access;

/// <summary>Whoever is led back comes to a page of this site, written as a header can carry it.</summary>
public sealed class LocalPathTests : IDisposable
{
    private readonly App _app = new();

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/m/9901/n/cases?show=due&page=2#x", "/m/9901/n/cases?show=due&page=2#x")]
    [InlineData("/søk?q=blåbær", "/s%C3%B8k?q=bl%C3%A5b%C3%A6r")]
    [InlineData("/a b", "/a%20b")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("account", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("/\0", "/")]
    [InlineData("/.//evil.example", "/")]
    [InlineData("/x/..//evil.example", "/")]
    [InlineData("/%2e%2e//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\u0085/evil.example", "/")]
    public void Only_a_path_of_this_site_is_kept(string? path, string wanted) => Assert.Equal(wanted, LocalPath.Of(path));

    [Theory]
    [InlineData("/language/nb?back=/%09/host/x", "/")]
    [InlineData("/language/nb?back=/%0a", "/")]
    [InlineData("/language/nb?back=/%0d%0aSet-Cookie:x", "/")]
    [InlineData("/language/nb?back=/%C3%A6", "/%C3%A6")]
    [InlineData("/language/nb?back=/%E2%80%A8x", "/%E2%80%A8x")]
    [InlineData("/language/nb?back=/%FF", "/%FF")]
    public async Task Choosing_a_language_never_leads_away_nor_fails(string address, string wanted)
    {
        var answer = await _app.Open().Get(address);

        Assert.Equal((HttpStatusCode.Redirect, wanted), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task A_path_that_ends_texts_is_refused_with_words()
    {
        var answer = await _app.Open().Get("/language/nb?back=/%00");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Adressen kan ikke brukes", answer.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();
}

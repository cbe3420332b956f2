using System.Text;

namespace Mestring.Web.Tests.Design;

/// <summary>What a page weighs on a slow line, packed: the first load, and each page after it.</summary>
public sealed class PageWeightTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    private const int FirstLoad = 100_000;
    private const int LaterPage = 20_000;

    [Fact]
    public async Task Every_page_weighs_at_most_twenty_kilobytes()
    {
        var weighed = new List<(string Path, int Bytes)>();
        foreach (var (path, who) in demonstration.Pages())
        {
            await who.Get("/language/nn");
            if (await who.Weigh(path) is { } bytes)
            {
                weighed.Add((path, bytes));
            }
        }

        var heavy = weighed.Where(w => w.Bytes > LaterPage).OrderByDescending(w => w.Bytes).Select(w => $"{w.Path}: {w.Bytes} bytes").ToList();
        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
        Assert.True(weighed.Count > 35, $"Only {weighed.Count} pages were weighed.");
    }

    [Fact]
    public async Task Norwegian_letters_are_sent_as_letters()
    {
        var html = Encoding.UTF8.GetString((await demonstration.App.Open().Get("/")).Body);

        Assert.Contains("æ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#xE", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    public async Task The_first_load_weighs_at_most_a_hundred_kilobytes(string page)
    {
        var visitor = demonstration.App.Open();
        string[] parts = [page, "/site.css", "/fonts/inter-latin.woff2", "/icon.svg", "/js/chart-tips.js", "/js/draft.js", "/js/sppb.js", "/js/sum.js", "/js/totals.js"];
        var bytes = 0;
        foreach (var part in parts)
        {
            bytes += await visitor.Weigh(part) ?? throw new InvalidOperationException($"{part} is not there.");
        }

        Assert.True(bytes <= FirstLoad, $"{page} with all that comes with it weighs {bytes} bytes.");
    }
}

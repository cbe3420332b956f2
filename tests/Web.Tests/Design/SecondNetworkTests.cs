using System.Net;
using System.Text.RegularExpressions;

namespace Mestring.Web.Tests.Design;

/// <summary>The network on services to people with intellectual disabilities registers no cases: no page of it says the words of the network that does.</summary>
public sealed class SecondNetworkTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    [Theory]
    [InlineData("nb", @"forløp|rehabilitering|\bmåling|oppfølging|COPM|SPPB|treningsperiode|\bPlasser: ingen|Kravet er ingen")]
    [InlineData("nn", @"forløp|rehabilitering|\bmåling|oppfølging|COPM|SPPB|treningsperiode|\bPlassar: ingen|Kravet er ingen")]
    [InlineData("en", @"\bcases?\b(?! mix)|reablement|\bmeasurements?\b|follow-up|COPM|SPPB|Places: none")]
    public async Task No_page_says_the_words_of_the_first_network(string language, string words)
    {
        var faults = new List<string>();
        var pages = 0;
        foreach (var (there, who) in demonstration.Pages())
        {
            var path = there.Replace(demonstration.CasesNetwork, demonstration.FiguresNetwork, StringComparison.Ordinal);
            if (!path.Contains(demonstration.FiguresNetwork, StringComparison.Ordinal))
            {
                continue;
            }

            await who.Get($"/language/{language}");
            var reply = await who.Get(path);
            if (reply.Status is HttpStatusCode.OK && reply.ContentType is "text/html")
            {
                pages++;
                var text = Regex.Replace(reply.Page.QuerySelector("main")!.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
                faults.AddRange(Regex.Matches(text, words, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).DistinctBy(m => m.Value, StringComparer.OrdinalIgnoreCase)
                    .Select(m => $"{path}: …{text[Math.Max(0, m.Index - 40)..Math.Min(text.Length, m.Index + 40)]}…"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pages > 12, $"Only {pages} pages were opened.");
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Design;

/// <summary>What holds for every page a person can open, in every language: the rules a screen reader and a strict browser count on.</summary>
public sealed class PageRulesTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    private const int MostSqlCommands = 10;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Every_page_follows_the_rules(string language)
    {
        var faults = new List<string>();
        var pages = 0;
        foreach (var (path, who) in demonstration.Pages())
        {
            await who.Get($"/language/{language}");
            demonstration.App.Sql.Reset();
            var reply = await who.Get(path);
            var commands = demonstration.App.Sql.Commands.Count;
            if (reply.Status is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                faults.Add($"{path}: answers {(int)reply.Status}");
            }

            if (reply.Status is HttpStatusCode.OK && reply.ContentType is "text/html")
            {
                pages++;
                faults.AddRange(Faults(reply, language).Select(f => $"{path}: {f}"));
                if (commands > MostSqlCommands)
                {
                    faults.Add($"{path}: asks the database {commands} times");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pages > 35, $"Only {pages} pages were opened.");
    }

    private static IEnumerable<string> Faults(Reply reply, string language)
    {
        var page = reply.Page;
        if (!string.Equals(page.DocumentElement.GetAttribute("lang"), language, StringComparison.Ordinal))
        {
            yield return $"lang is {page.DocumentElement.GetAttribute("lang")}";
        }

        if (page.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"{page.QuerySelectorAll("h1").Length} h1";
        }

        if (page.QuerySelectorAll("main").Length != 1 || page.GetElementById("content") is null)
        {
            yield return "no single main with id content";
        }

        if (page.Title is not { Length: > 10 })
        {
            yield return $"title is '{page.Title}'";
        }

        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"id {twice.Key} stands {twice.Count()} times";
        }

        foreach (var control in page.QuerySelectorAll("input, select, textarea").Where(c => c is not IHtmlInputElement { Type: "hidden" or "submit" }))
        {
            if (control.GetAttribute("aria-label") is null && (control.Id is null || page.QuerySelector($"label[for='{control.Id}']") is null))
            {
                yield return $"{control.GetAttribute("name")} has no label";
            }
        }

        foreach (var table in page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption") is null))
        {
            yield return $"a table without caption: {table.TextContent.Trim()[..Math.Min(40, table.TextContent.Trim().Length)]}";
        }

        if (page.QuerySelectorAll("th:not([scope])").Length > 0)
        {
            yield return $"{page.QuerySelectorAll("th:not([scope])").Length} th without scope";
        }

        foreach (var styled in page.QuerySelectorAll("[style], style, script:not([nonce]), [onclick], [onchange], [onload]"))
        {
            yield return $"against the content security policy: {styled.OuterHtml[..Math.Min(80, styled.OuterHtml.Length)]}";
        }

        foreach (var picture in page.QuerySelectorAll("img:not([alt]), svg:not([aria-hidden]):not([role])"))
        {
            yield return $"a picture nobody can hear: {picture.OuterHtml[..Math.Min(80, picture.OuterHtml.Length)]}";
        }

        foreach (var reference in page.QuerySelectorAll("[aria-describedby], [aria-labelledby]"))
        {
            var ids = $"{reference.GetAttribute("aria-describedby")} {reference.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var missing in ids.Where(id => page.GetElementById(id) is null))
            {
                yield return $"points to {missing}, which is not there";
            }
        }

        if (!page.QuerySelectorAll("[role=note]").Any(n => string.Equals(n.TextContent, new Texts(Texts.Parse(language)!.Value)["design.demonstration"], StringComparison.Ordinal)))
        {
            yield return "not marked as a demonstration";
        }

        if (reply.Policy is null || !reply.Policy.Contains("default-src 'none'", StringComparison.Ordinal))
        {
            yield return "no content security policy";
        }
    }
}

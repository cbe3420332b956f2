using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>axe-core (WCAG 2.2 A and AA, best practice) finds nothing on any page, in light and in dark; and nothing needs sideways scrolling.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(Site site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [SkippableFact]
    public async Task Axe_finds_nothing_on_any_page()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var findings = new List<string>();
        foreach (var (page, paths) in await Visits())
        {
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    var result = await page.RunAxe(Rules);
                    findings.AddRange(result.Violations.Select(v => $"{path} ({scheme}): {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [SkippableFact]
    public async Task No_page_needs_sideways_scrolling_on_a_small_screen()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var wide = new List<string>();
        foreach (var (page, paths) in await Visits())
        {
            foreach (var width in new[] { 320, 390 })
            {
                await page.SetViewportSizeAsync(width, 800);
                foreach (var path in paths)
                {
                    await page.GotoAsync(path);
                    var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    if (over > 0)
                    {
                        wide.Add($"{path} is {over} px too wide at {width}");
                    }
                }
            }
        }

        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    private async Task<IReadOnlyList<(IPage Page, IReadOnlyList<string> Paths)>> Visits() =>
    [
        (await site.Open(), Paths.Public(site)),
        (await site.OpenAs("Liv Mønster"), Paths.Leader(site)),
        (await site.OpenAs("Kari Eksempel"), await Paths.Municipality(site)),
    ];
}

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
                findings.AddRange(await Ask(page, path));
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_on_the_way_of_a_file_from_its_columns_through_its_faults_to_the_courses()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        const string file = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start\nAXE-1;1944;Dame;alene;nei;01.10.2026;12\nAXE-2;1940;Mann;alene;nei;12.13.2026;9\nAXE-3;1938;Mann;alene;nei;01.10.2026;900\nAXE-4;1935;Kvinne;alene;nei;01.10.2026;14,5\n";
        var coordinator = await site.OpenAs("Kari Eksempel");
        var findings = new List<string>();
        await coordinator.GotoAsync($"/m/9901/{site.CasesNetwork}/import");
        await coordinator.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "forløp.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await coordinator.Locator("main form:has(input[type=file]) button[type=submit]").ClickAsync();
        await coordinator.WaitForURLAsync("**/columns", new() { WaitUntil = WaitUntilState.Commit });
        findings.AddRange(await Ask(coordinator, "columns"));
        await coordinator.Locator("#licence").CheckAsync();
        await coordinator.Locator("main form[method=post]:not([data-no-draft]) button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(coordinator.Locator("#valid-only")).ToBeVisibleAsync();
        findings.AddRange(await Ask(coordinator, "check"));
        await coordinator.Locator("#valid-only").CheckAsync();
        await coordinator.Locator("form[action$='/approve'] button").ClickAsync();
        await Assertions.Expect(coordinator.Locator("form[action$='/undo']")).ToBeVisibleAsync();
        findings.AddRange(await Ask(coordinator, "done"));
        await coordinator.Locator("form[action$='/undo'] button").ClickAsync();
        await Assertions.Expect(coordinator.Locator("form[action$='/undo']")).Not.ToBeVisibleAsync();
        findings.AddRange(await Ask(coordinator, "undone"));

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

    /// <summary>What axe finds on the page that is open, in light and in dark.</summary>
    private static async Task<IReadOnlyList<string>> Ask(IPage page, string name)
    {
        var findings = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe(Rules);
            findings.AddRange(result.Violations.Select(v => $"{name} ({scheme}): {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }

        return findings;
    }

    private async Task<IReadOnlyList<(IPage Page, IReadOnlyList<string> Paths)>> Visits() =>
    [
        (await site.Open(), Paths.Public(site)),
        (await site.OpenAs("Liv Mønster"), Paths.Leader(site)),
        (await site.OpenAs("Kari Eksempel"), await Paths.Municipality(site)),
    ];
}

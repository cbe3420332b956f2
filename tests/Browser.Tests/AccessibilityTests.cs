using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>axe-core (WCAG 2.2 A and AA, best practice) finds nothing on any page, in light and in dark; and nothing needs sideways scrolling.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(Site site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The page is the same in the dark but for its colours.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    /// <summary>The innermost element that reaches furthest out: what has to be mended.</summary>
    private const string Widest = """
        () => { let out = 0, last = null;
          for (const e of document.querySelectorAll("body *")) { const right = e.getBoundingClientRect().right; if (right >= out) { out = right; last = e; } }
          return last.outerHTML.slice(0, 200); }
        """;

    [SkippableFact]
    public async Task Axe_finds_nothing_on_any_page()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        await EachVisitor(async (page, path) =>
        {
            await page.GotoAsync(path);
            return await Ask(page, path);
        });
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_on_the_way_of_a_file_from_its_columns_through_its_faults_to_the_courses()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        const string file = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start\nAXE-1;1944;Dame;alene;nei;01.10.2026;12\nAXE-2;1940;Mann;alene;nei;32.10.2026;9\nAXE-3;1938;Mann;alene;nei;01.10.2026;900\nAXE-4;1935;Kvinne;alene;nei;01.10.2026;14,5\n";
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
        await EachVisitor(async (page, path) =>
        {
            await page.GotoAsync(path);
            var wide = new List<string>();
            foreach (var width in new[] { 320, 390 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0)
                {
                    wide.Add($"{path} is {over} px too wide at {width}: {await page.EvaluateAsync<string>(Widest)}");
                }
            }

            return wide;
        });
    }

    /// <summary>What is asked for is seen when it is there: faults of the whole page, of one element, and of colours in the dark alone.</summary>
    [SkippableFact]
    public async Task Axe_finds_faults_that_are_put_on_a_page()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var page = await site.Open();
        await page.GotoAsync("/privacy");
        await page.EvaluateAsync("""
            document.documentElement.removeAttribute("lang");
            document.querySelector("main").insertAdjacentHTML("beforeend", "<input><p id=dim>Se her</p>");
            document.getElementById("dim").style.cssText = "color-scheme: light dark; color: light-dark(black, #222); background: light-dark(white, black)";
            document.querySelector("main").insertAdjacentHTML("afterend", "<p>Utenfor alt</p>");
            """);

        var findings = string.Join('\n', await Ask(page, "privacy"));

        Assert.All(["(Light): html-has-lang", "(Light): label", "(Light): region", "(Dark): color-contrast"], fault => Assert.Contains(fault, findings, StringComparison.Ordinal));
        Assert.DoesNotContain("(Light): color-contrast", findings, StringComparison.Ordinal);
    }

    /// <summary>What axe finds on the page that is open, in light and in dark; asked in the page itself, for there are no frames.</summary>
    private static async Task<IReadOnlyList<string>> Ask(IPage page, string name)
    {
        var findings = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Rules), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.EvaluateAsync<string[]>(
                "async only => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)", rules);
            findings.AddRange(found.Select(f => $"{name} ({scheme}): {f}"));
        }

        return findings;
    }

    /// <summary>Looks at every page as somebody who may open it, at several at once, and fails with everything that was found.</summary>
    private async Task EachVisitor(Func<IPage, string, Task<IReadOnlyList<string>>> look)
    {
        var municipality = await Paths.Municipality(site);
        (IPage Page, IEnumerable<string> Paths)[] visits =
        [
            (await site.Open(), Paths.Public(site)),
            (await site.OpenAs("Liv Mønster"), Paths.Leader(site)),
            (await site.OpenAs("Kari Eksempel"), municipality.Where((_, i) => i % 2 == 0)),
            (await site.OpenAs("Kari Eksempel"), municipality.Where((_, i) => i % 2 == 1)),
        ];
        var found = await Task.WhenAll(visits.Select(async visit =>
        {
            var findings = new List<string>();
            foreach (var path in visit.Paths)
            {
                findings.AddRange(await look(visit.Page, path));
            }

            return findings;
        }));
        Assert.True(found.All(f => f.Count == 0), string.Join('\n', found.SelectMany(f => f)));
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>A coordinator with last year's file: everything that is wrong is shown, corrected, taken in and taken back.</summary>
[Collection(SiteCollection.Name)]
public sealed class ImportTests(Site site)
{
    /// <summary>What a municipality says of a word is remembered: each run brings one of its own, and asks about 0 seconds only the first time.</summary>
    private const string File =
        """
        Uttrekk fra fagsystemet;;;;;;;;

        Referanse;Fornavn;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start;Reise seg tid start
        Z-101;Kari;1944;{0};Bor alene;nei;02.09.2026;14,5;12,1
        Z-102;Ola;1939;Mann;gift;nei;09.13.2026;900;0
        Z-103;Per;1941;Mann;alene;nei;03.09.2026;11;13,4
        """;

    [SkippableTheory]
    [InlineData("nb-NO", 1280, "TUG, sekunder: Utenfor skalaen", "Forløpene er hentet inn", "Dame")]
    [InlineData("nn-NO", 390, "TUG, sekund: Utanfor skalaen", "Forløpa er henta inn", "Kone")]
    public async Task A_messy_file_is_corrected_on_the_page_taken_in_and_taken_back(string language, int width, string wrong, string done, string word)
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var page = await site.OpenAs("Kari Eksempel", width, 844, language);
        await page.GotoAsync($"/m/9901/{site.CasesNetwork}/import");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "uttrekk.csv", MimeType = "text/csv", Buffer = Encoding.Latin1.GetBytes(File.Replace("{0}", word, StringComparison.Ordinal)) });
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/columns");
        Assert.DoesNotContain("Kari", await page.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        await Site.Keep(page, $"import-columns-{width}");
        await page.Locator("main form button[type=submit]").First.ClickAsync();

        await page.WaitForSelectorAsync("section.finding");
        Assert.Equal(0, await Courses());
        Assert.Contains(wrong, await page.Locator("section.finding h3").AllInnerTextsAsync());
        Assert.Equal("", await page.Locator("input[name='fix-5-6']").InputValueAsync());
        await page.Locator("input[name='fix-5-6']").FillAsync("13.09.2026");
        await page.SelectOptionAsync("[name='dates']", "DayFirst");
        await Site.Keep(page, $"import-check-{width}");

        await page.SelectOptionAsync($"[name='word-sex-{word.ToLowerInvariant()}']", "Woman");
        foreach (var zero in await page.Locator("[name='word-sppb.chair-time-0']").AllAsync())
        {
            await zero.SelectOptionAsync("0");
        }

        await page.Locator("[name='cure-OutOfRange.tug']").CheckAsync();
        await page.Locator("form[action$=check] button[type=submit]").ClickAsync();
        await page.WaitForSelectorAsync("form[action$=approve] button");
        Assert.Equal(0, await page.Locator("section.finding[data-color=danger]").CountAsync());
        await page.Locator("form[action$=approve] button").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(done);
        Assert.Equal(3, await Courses());
        await Site.Keep(page, $"import-done-{width}");

        await page.Locator("form[action$=undo] button").ClickAsync();
        await page.WaitForURLAsync("**/import/*");
        await Assertions.Expect(page.Locator("form[action$=undo]")).ToHaveCountAsync(0);
        Assert.Equal(0, await Courses());
    }

    private Task<int> Courses() => site.Database(db => db.Cases.CountAsync(c => c.Pseudonym.StartsWith("Z-10")), "9901");
}

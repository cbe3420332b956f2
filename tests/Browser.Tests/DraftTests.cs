using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>A form of a course keeps what is typed, and says so.</summary>
[Collection(SiteCollection.Name)]
public sealed class DraftTests(Site site)
{
    [SkippableFact]
    public async Task What_is_typed_on_a_phone_is_kept_and_there_after_the_page_was_left()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        var form = $"/m/9901/{site.CasesNetwork}/cases/new";
        await phone.GotoAsync($"{form}?another=true");
        var first = phone.Url;
        var before = await Drafts();

        await phone.FillAsync("#birth-year", "1938");
        await Assertions.Expect(phone.Locator("[data-draft]")).ToContainTextAsync("Utkast lagret");
        Assert.Equal(before + 1, await Drafts());

        await phone.GotoAsync("/");
        await phone.GotoAsync(first);
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1938");
        await Site.Keep(phone, "draft-390");

        await phone.Context.SetOfflineAsync(true);
        await phone.FillAsync("#birth-year", "1939");
        await Assertions.Expect(phone.Locator("[data-draft]")).ToContainTextAsync("ingen kontakt");
        await phone.Context.SetOfflineAsync(false);

        await phone.GotoAsync(form);
        await phone.Locator("main form button").First.ClickAsync();
        await phone.WaitForURLAsync("**/cases/new**");
        await Assertions.Expect(phone.Locator($"a[href$='{first.Split("/new/")[1]}']")).ToHaveCountAsync(0);
        Assert.Equal(before, await Drafts());
    }

    private Task<int> Drafts() => site.Database(db => db.Drafts.CountAsync(), "9901");
}

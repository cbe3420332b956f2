using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>A form on a phone: back in the history, without cover, signed out. What was typed is there until the server has said yes.</summary>
[Collection(SiteCollection.Name)]
public sealed class SendingTests(Site site)
{
    [SkippableFact]
    public async Task The_back_button_goes_one_screen_back_and_a_refused_form_is_no_step()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var (phone, first) = await Begin();
        await Next(phone);
        await Assertions.Expect(phone.Locator(".ds-error-summary")).ToBeFocusedAsync();
        Assert.Equal(first, phone.Url);

        await Fill(phone);
        await Next(phone);
        await phone.WaitForURLAsync($"{first[..^1]}2");
        await phone.GoBackAsync();
        Assert.Equal(first, phone.Url);
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1938");
        await phone.GoForwardAsync();
        Assert.Equal($"{first[..^1]}2", phone.Url);
        await phone.GoBackAsync();
        await phone.GoBackAsync();
        Assert.EndsWith("/cases", phone.Url, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_cover_nothing_is_lost_and_it_is_sent_when_the_line_is_back()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var (phone, first) = await Begin();
        await Fill(phone);
        await phone.Context.SetOfflineAsync(true);

        await Next(phone);
        await Assertions.Expect(phone.Locator(".held")).ToContainTextAsync("Ikke sendt");
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1938");
        Assert.Equal(first, phone.Url);
        await Site.Keep(phone, "held-390");

        await phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(phone.Locator(".held")).ToContainTextAsync("tilbake");
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1938");
        await Assertions.Expect(phone.Locator(".held")).ToContainTextAsync("ikke sendt");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send igjen" }).ClickAsync();
        await phone.WaitForURLAsync($"{first[..^1]}2");
    }

    [SkippableFact]
    public async Task Signed_out_while_typing_the_form_waits_until_somebody_has_signed_in_in_another_window()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var (phone, first) = await Begin();
        await Fill(phone);
        var cookies = await phone.Context.CookiesAsync();
        await phone.Context.ClearCookiesAsync();

        await Next(phone);
        await Assertions.Expect(phone.Locator(".held")).ToContainTextAsync("logget ut");
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1938");

        await phone.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send igjen" }).ClickAsync();
        await phone.WaitForURLAsync($"{first[..^1]}2");
    }

    private async Task<(IPage Phone, string First)> Begin()
    {
        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        await phone.GotoAsync($"/m/9901/{site.CasesNetwork}/cases");
        await phone.GotoAsync($"/m/9901/{site.CasesNetwork}/cases/new?another=true");
        Assert.Matches(new Regex("/cases/new/[0-9a-f-]{36}/1$", RegexOptions.None, TimeSpan.FromSeconds(1)), phone.Url);
        return (phone, phone.Url);
    }

    private static async Task Fill(IPage phone)
    {
        await phone.FillAsync("#birth-year", "1938");
        await phone.Locator("[name=sex][value=Woman]").CheckAsync();
    }

    private static Task Next(IPage phone) => phone.Locator("main form button[type=submit]:visible").First.ClickAsync();
}

using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>What a home trainer does with a course on a phone, screen by screen.</summary>
internal static class Phone
{
    /// <summary>Registers a person and one goal rated by COPM; answers with the address of the course.</summary>
    public static async Task<string> StartCourse(IPage phone, string home, DateOnly start)
    {
        await phone.GotoAsync($"{home}/cases/new");
        await phone.FillAsync("#birth-year", "1941");
        await Choose(phone, "sex", "Woman");
        await Next(phone);
        await Choose(phone, "household", "Alone");
        await Choose(phone, "user", "existing");
        await Next(phone);
        await phone.SelectOptionAsync("#referral", "Hospital");
        await phone.SelectOptionAsync("#condition", "Fracture");
        await Next(phone);
        await phone.FillAsync("#started-on", start.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await Next(phone);
        await Choose(phone, "instrument", "Copm");
        await phone.Locator("#licence").CheckAsync();
        await phone.FillAsync("#text1", "Gå til butikken og handle selv");
        await phone.SelectOptionAsync("#domain1", "Mobility");
        await Next(phone);
        return phone.Url[..(phone.Url.IndexOf("/cases/", StringComparison.Ordinal) + 7 + 36)];
    }

    /// <summary>Goes through every screen of a measurement.</summary>
    public static async Task Measure(IPage phone, string course, string point, DateOnly on, string performance, string satisfaction, string sppb, string hours)
    {
        await phone.GotoAsync($"{course}/measurements/{point}/status");
        await Choose(phone, "status", "Done");
        await phone.FillAsync("#on", on.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await Next(phone);
        await phone.FillAsync("#performance1", performance);
        await phone.FillAsync("#satisfaction1", satisfaction);
        Assert.Equal($"Utførelse i snitt: {performance},0", await phone.Locator("output[data-over=performance][data-how=mean]").InnerTextAsync());
        if (point is not "start")
        {
            Assert.StartsWith("Endring fra start i utførelse: +", await phone.Locator("output[data-over=performance][data-how=change]").InnerTextAsync(), StringComparison.Ordinal);
        }

        await Next(phone);
        var isFirst = sppb is "1";
        await Choose(phone, "stand", isFirst ? "semi-tandem" : "tandem");
        await phone.FillAsync("#stand-time", isFirst ? "5" : "2,99");
        await phone.FillAsync("#walk1", isFirst ? "8,71" : "8,70");
        await phone.FillAsync("#chair-time", isFirst ? "16,7" : "16.69");
        Assert.Equal(isFirst ? "3 av 12" : "6 av 12", await phone.Locator("output[name=total]").InnerTextAsync());
        await Next(phone);
        if (phone.Url.Contains("/service", StringComparison.Ordinal))
        {
            await Choose(phone, "service", "5");
            await Choose(phone, "service2", "4");
            await Choose(phone, "by", "NextOfKin");
            await Next(phone);
        }

        await phone.FillAsync("#hours1", hours);
        Assert.EndsWith("timer i uka i hjemmetjenester", await phone.Locator("output[data-how=sum]").InnerTextAsync(), StringComparison.Ordinal);
        await Next(phone);
        await phone.WaitForURLAsync("**/summary");
    }

    private static async Task Choose(IPage page, string field, string value) => await page.Locator($"[name='{field}'][value='{value}']").CheckAsync();

    /// <summary>Presses the main button, and says what the page answered when it refused.</summary>
    private static async Task Next(IPage page)
    {
        var from = page.Url;
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("main form button[type=submit]:visible").First.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Status is not 302);
        await page.WaitForLoadStateAsync();
        var errors = page.Locator(".ds-error-summary");
        Assert.True(await errors.CountAsync() == 0, await errors.CountAsync() == 0 ? from : $"{from}: {await errors.First.InnerTextAsync()}");
    }
}

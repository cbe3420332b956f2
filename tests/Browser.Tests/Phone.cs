using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>What a home trainer does with a course on a phone, screen by screen.</summary>
internal static class Phone
{
    /// <summary>Registers a person and one goal rated by COPM; answers with the address of the course.</summary>
    public static async Task<string> StartCourse(IPage phone, string home, DateOnly start)
    {
        await phone.GotoAsync($"{home}/cases/new?another=true");
        await phone.FillAsync("#birth-year", "1941");
        await Choose(phone, "sex", "Woman");
        await Next(phone);
        await Choose(phone, "household", "Alone");
        await Choose(phone, "user", "existing");
        await Next(phone);
        await phone.SelectOptionAsync("#referral", "Hospital");
        await phone.SelectOptionAsync("#condition", "Fracture");
        await Next(phone);
        await phone.FillAsync("#started-on", Day(start));
        await Next(phone);
        await Choose(phone, "instrument", "Copm");
        await phone.Locator("#licence").CheckAsync();
        await phone.FillAsync("#text1", "Gå til butikken og handle selv");
        await phone.SelectOptionAsync("#domain1", "Mobility");
        await Next(phone);
        return phone.Url[..(phone.Url.IndexOf("/cases/", StringComparison.Ordinal) + 7 + 36)];
    }

    /// <summary>Goes through every screen of a measurement.</summary>
    public static async Task Measure(IPage phone, string course, string point, DateOnly on, string performance, string satisfaction, string sppb, string hours, bool hasJavaScript = true)
    {
        await phone.GotoAsync($"{course}/measurements/{point}/status");
        await Choose(phone, "status", "Done");
        await phone.FillAsync("#on", Day(on));
        await Next(phone);
        await phone.FillAsync("#performance1", performance);
        await phone.FillAsync("#satisfaction1", satisfaction);
        if (hasJavaScript)
        {
            // On a slow line the module comes after the page.
            await Assertions.Expect(phone.Locator("output[data-over=performance][data-how=mean]")).ToHaveTextAsync($"Utførelse i snitt: {performance},0");
        }

        if (hasJavaScript && point is not "start")
        {
            await Assertions.Expect(phone.Locator("output[data-over=performance][data-how=change]")).ToContainTextAsync("Endring fra start i utførelse: +");
        }

        await Next(phone);
        var isFirst = sppb is "1";
        await Choose(phone, "stand", isFirst ? "semi-tandem" : "tandem");
        await phone.FillAsync("#stand-time", isFirst ? "5" : "2,99");
        await phone.FillAsync("#walk1", isFirst ? "8,71" : "8,70");
        await phone.FillAsync("#chair-time", isFirst ? "16,7" : "16.69");
        if (hasJavaScript)
        {
            await Assertions.Expect(phone.Locator("output[name=total]")).ToHaveTextAsync(isFirst ? "3 av 12" : "6 av 12");
        }

        await Next(phone);
        if (phone.Url.Contains("/service", StringComparison.Ordinal))
        {
            await Choose(phone, "service", "5");
            await Choose(phone, "service2", "4");
            await Choose(phone, "by", "NextOfKin");
            await Next(phone);
        }

        await phone.FillAsync("#hours1", hours);
        if (point is not "start")
        {
            // The same hours as last time have to be said.
            await Choose(phone, "known", "typed");
        }

        Assert.EndsWith("timer i uka i hjemmetjenester", await phone.Locator("output[data-how=sum]").InnerTextAsync(), StringComparison.Ordinal);
        await Next(phone);
        await phone.WaitForURLAsync("**/summary", new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>Enters a decision on hours of a service.</summary>
    public static async Task Decide(IPage phone, string course, string service, string amount, string unit, DateOnly from)
    {
        await phone.GotoAsync($"{course}/grants/new");
        await phone.SelectOptionAsync("#service", service);
        await phone.FillAsync("#amount", amount);
        await Choose(phone, "unit", unit);
        await phone.FillAsync("#from", Day(from));
        await Next(phone);
    }

    /// <summary>Enters the minutes of one profession in one week.</summary>
    public static async Task Work(IPage phone, string course, int week, string profession, string direct, string travel)
    {
        await phone.GotoAsync($"{course}/work");
        await phone.FillAsync("#week", $"{week}");
        await phone.SelectOptionAsync("#profession", profession);
        await phone.FillAsync("#direct", direct);
        await phone.FillAsync("#travel", travel);
        await Next(phone);
    }

    /// <summary>Ends the course.</summary>
    public static async Task End(IPage phone, string course, DateOnly on, string reason, string setting)
    {
        await phone.GotoAsync($"{course}/end");
        await phone.FillAsync("#ended-on", Day(on));
        await Choose(phone, "reason", reason);
        await Choose(phone, "setting", setting);
        await Next(phone);
    }

    /// <summary>Says where the person lived later.</summary>
    public static async Task Lives(IPage phone, string course, string days91, string? months12 = null)
    {
        await phone.GotoAsync($"{course}/setting");
        await phone.SelectOptionAsync("#setting-91-days", days91);
        if (months12 is not null)
        {
            await phone.SelectOptionAsync("#setting-12-months", months12);
        }

        await Next(phone);
    }

    /// <summary>Takes the latest change back.</summary>
    public static async Task TakeBack(IPage phone, string course, string why)
    {
        await phone.GotoAsync($"{course}/history");
        await phone.Locator("main section").First.Locator("a[href*='/history/']").ClickAsync();
        await phone.FillAsync("#why", why);
        await Next(phone);
    }

    private static async Task Choose(IPage page, string field, string value) => await page.Locator($"[name='{field}'][value='{value}']").CheckAsync();

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Presses the main button, and says what the page answered when it refused.</summary>
    private static async Task Next(IPage page)
    {
        var from = page.Url;
        // The page that is left carries a mark, so that what is looked at is the answer: a load that is over before one waits for it never comes.
        await page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await page.Locator("main form button[type=submit]:visible").First.ClickAsync();
        await page.Locator("html:not([data-left]) footer.bottom").WaitForAsync();
        var errors = page.Locator(".ds-error-summary");
        Assert.True(await errors.CountAsync() == 0, await errors.CountAsync() == 0 ? from : $"{from}: {await errors.First.InnerTextAsync()}");
    }
}

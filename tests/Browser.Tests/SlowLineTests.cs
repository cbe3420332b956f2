using System.Diagnostics;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>A home visit where the line is poor: 400 kbit/s and 400 ms each way and back, or none.</summary>
[Collection(SiteCollection.Name)]
public sealed class SlowLineTests(Site site)
{
    private const int BytesPerSecond = 400_000 / 8;

    [SkippableFact]
    public async Task A_measurement_is_registered_on_a_phone_within_a_minute_of_waiting()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        var start = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(-2);
        var course = await Phone.StartCourse(phone, $"/m/9901/{site.CasesNetwork}", start);
        await Slow(phone);

        var watch = Stopwatch.StartNew();
        await Phone.Measure(phone, course, "start", start, performance: "3", satisfaction: "2", sppb: "1", hours: "6,5");

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed.TotalSeconds:0} s.");
    }

    [SkippableFact]
    public async Task The_first_page_is_there_within_ten_seconds()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var phone = await site.Open(390, 844);
        await Slow(phone);

        var watch = Stopwatch.StartNew();
        await phone.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.Load });

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed.TotalSeconds:0} s.");
    }

    [SkippableFact]
    public async Task What_was_typed_without_a_line_is_saved_when_the_line_comes_back()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        await phone.GotoAsync($"/m/9901/{site.CasesNetwork}/cases/new?another=true");
        await phone.Context.SetOfflineAsync(true);
        await phone.FillAsync("#birth-year", "1951");
        await Assertions.Expect(phone.Locator("[data-draft]")).ToContainTextAsync("ingen kontakt");

        await phone.Context.SetOfflineAsync(false);

        await Assertions.Expect(phone.Locator("[data-draft]")).ToContainTextAsync("Utkast lagret");
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#birth-year")).ToHaveValueAsync("1951");
    }

    private static async Task Slow(IPage phone)
    {
        var line = await phone.Context.NewCDPSessionAsync(phone);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = BytesPerSecond,
            ["uploadThroughput"] = BytesPerSecond,
        });
    }
}

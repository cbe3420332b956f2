using Mestring.Core.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>The main job as people do it, in a real browser: from invitation to report.</summary>
[Collection(SiteCollection.Name)]
public sealed class JourneyTests(Site site)
{
    [SkippableFact]
    public async Task A_municipality_enrols_and_the_leader_confirms_it()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var visitor = await site.Open();
        await visitor.GotoAsync("/");
        await visitor.Locator($"a[href='/networks/{site.OpenNetwork}']").First.ClickAsync();
        await Site.Keep(visitor, "invitation");
        await visitor.Locator($"a[href='/networks/{site.OpenNetwork}/enrol']").First.ClickAsync();
        await visitor.SelectOptionAsync("#municipality", "9906");
        await visitor.FillAsync("#organisation", "974 760 673");
        await visitor.FillAsync("#name", "Nora Nett");
        await visitor.FillAsync("#email", "nora@example.no");
        await visitor.FillAsync("#phone", "00 00 00 01");
        await visitor.FillAsync("#who-1", "Ergoterapeut");
        await visitor.SelectOptionAsync("#role-1", new SelectOptionValue { Index = 1 });
        await visitor.Locator("[name='gatherings-1']").First.CheckAsync();
        await visitor.Locator("[name='status']").First.CheckAsync();
        await visitor.Locator("[name='anchoring']").First.CheckAsync();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send påmeldingen" }).ClickAsync();
        await visitor.WaitForURLAsync($"**/networks/{site.OpenNetwork}/receipt/**", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Contains("Mønstervåg", await visitor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var leader = await site.OpenAs("Liv Mønster");
        await leader.GotoAsync($"/desk/{site.OpenNetwork}");
        await Site.Keep(leader, "desk");
        await leader.Locator($"a[href='/desk/{site.OpenNetwork}/enrolments/9906']").First.ClickAsync();
        await leader.Locator("[name='to'][value='Confirmed']").CheckAsync();
        await leader.RunAndWaitForResponseAsync(() => leader.Locator("form:has([name='to']) button[type='submit']").ClickAsync(), answer => answer.Request.Method is "POST");

        var state = await site.Database(db => db.Enrolments.Where(e => e.Network == site.OpenNetwork).Select(e => e.State).SingleAsync(), "9906");
        Assert.Equal(EnrolmentState.Confirmed, state);
        // Two mails go out in one moment: that the municipality is in, and the link to an account. What they said is gone once they are sent.
        Assert.True(await site.Database(db => db.Mails.CountAsync(m => m.Recipient == "nora@example.no")) >= 2);
        Assert.True(await site.Database(db => db.OneTimeLinks.AnyAsync(l => l.UsedAt == null && db.Persons.Any(p => p.Id == l.PersonId && p.Email == "nora@example.no"))));
    }

    [SkippableFact]
    public async Task A_home_trainer_registers_a_course_on_a_phone_and_sees_it_in_the_results()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var home = $"/m/9901/{site.CasesNetwork}";
        var before = await Started(home);

        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        var start = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(-72);
        var course = await Phone.StartCourse(phone, home, start);

        await Phone.Measure(phone, course, "start", start, performance: "3", satisfaction: "2", sppb: "1", hours: "6,5");
        await Site.Keep(phone, "case-start-390");
        await Phone.Measure(phone, course, "weeks10", start.AddDays(70), performance: "7", satisfaction: "6", sppb: "2", hours: "3");
        await phone.GotoAsync(course);
        await Site.Keep(phone, "case-390");
        var text = await phone.Locator("main").InnerTextAsync();
        Assert.Contains("Utførelsen gikk fra 3,0 til 7,0", text, StringComparison.Ordinal);
        Assert.Contains("Fra 3 til 6 av 12 poeng", text, StringComparison.Ordinal);

        Assert.Equal(before + 1, await Started(home));
        var phoneResults = await site.OpenAs("Odd Innsyn", 390, 844);
        await phoneResults.GotoAsync($"{home}/results");
        await Site.Keep(phoneResults, "results-390");
    }

    [SkippableFact]
    public async Task The_coordinator_downloads_the_report_as_Word()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var coordinator = await site.OpenAs("Kari Eksempel");
        await coordinator.GotoAsync($"/m/9901/{site.CasesNetwork}/results");
        await Site.Keep(coordinator, "results");
        await Site.Publish(coordinator, "results.png");
        await coordinator.GotoAsync($"/m/9901/{site.CasesNetwork}/report");
        await Site.Keep(coordinator, "report");
        var download = await coordinator.RunAndWaitForDownloadAsync(() => coordinator.Locator("a[href$='report.docx']").First.ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await download.SaveAsAsync(file);
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);

        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        Assert.True(bytes.Length > 10_000, $"Only {bytes.Length} bytes.");
    }

    [SkippableFact]
    public async Task Nothing_needs_JavaScript()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var page = await site.Open(javaScript: false);
        await page.GotoAsync($"/networks/{site.OpenNetwork}?municipality=9901");

        Assert.Contains("kr\u00a027\u202f200", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private Task<int> Started(string home) =>
        site.Database(db => db.Cases.CountAsync(c => home.EndsWith(c.Network)), "9901");
}

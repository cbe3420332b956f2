using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>A course from the first visit to twelve months, on a phone; and its core on a phone whose browser runs no JavaScript.</summary>
[Collection(SiteCollection.Name)]
public sealed class WholeCourseTests(Site site)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    [SkippableFact]
    public async Task A_course_is_followed_from_the_first_visit_to_twelve_months_on_a_phone()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var start = Today.AddDays(-390);
        var phone = await site.OpenAs("Per Forsøk", 390, 844);
        var course = await Phone.StartCourse(phone, $"/m/9901/{site.CasesNetwork}", start);
        await Phone.Measure(phone, course, "start", start, performance: "3", satisfaction: "2", sppb: "1", hours: "6,5");
        await Phone.Decide(phone, course, "2", "8", "Month", start.AddDays(7));
        Assert.Contains("2,0", await Text(phone), StringComparison.Ordinal);
        await Phone.Work(phone, course, 1, "HomeTrainer", "90", "30");
        Assert.Contains("2,0", await Text(phone), StringComparison.Ordinal);

        await Phone.Measure(phone, course, "weeks10", start.AddDays(70), performance: "7", satisfaction: "6", sppb: "2", hours: "3");
        await Phone.End(phone, course, start.AddDays(77), "WithService", "HomeWithService");
        await Phone.Lives(phone, course, "HomeWithService");
        await Phone.Measure(phone, course, "months6", start.AddMonths(6), performance: "6", satisfaction: "6", sppb: "2", hours: "3");
        await Phone.Measure(phone, course, "months12", start.AddMonths(12), performance: "6", satisfaction: "7", sppb: "2", hours: "2,5");
        await Phone.Lives(phone, course, "HomeWithService", "LongTermCare");
        await phone.GotoAsync(course);
        await Site.Keep(phone, "whole-course-390");
        Assert.Contains("Utførelsen gikk fra 3,0 til 6,0", await Text(phone), StringComparison.Ordinal);

        await Phone.TakeBack(phone, course, "Feil person");

        var id = Guid.Parse(course[^36..]);
        var row = await site.Database(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id), "9901");
        Assert.Equal((start, start.AddDays(77), "WithService"), (row.StartedOn, row.EndedOn!.Value, $"{row.EndReason}"));
        Assert.Equal(("HomeWithService", ""), ($"{row.Setting91Days}", $"{row.Setting12Months}"));
        Assert.Equal(4, await site.Database(db => db.Measurements.CountAsync(m => m.CaseId == id), "9901"));
        Assert.Contains("Feil person", await Text(phone), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_course_is_started_and_measured_without_JavaScript()
    {
        Skip.If(Site.Missing is not null, Site.Missing);
        var start = Today.AddDays(-3);
        var phone = await site.OpenAs("Per Forsøk", 390, 844, javaScript: false);
        var course = await Phone.StartCourse(phone, $"/m/9901/{site.CasesNetwork}", start);

        await Phone.Measure(phone, course, "start", start, performance: "3", satisfaction: "2", sppb: "1", hours: "6,5", hasJavaScript: false);

        await phone.GotoAsync($"{course}/measurements/start/sppb");
        Assert.Equal("3 av 12", await phone.Locator("output[name=total]").InnerTextAsync());
        await Site.Keep(phone, "sppb-without-javascript-390");
        var id = Guid.Parse(course[^36..]);
        var (goals, measurements, hours) = await site.Database(
            async db => (await db.Goals.CountAsync(g => g.CaseId == id), await db.Measurements.CountAsync(m => m.CaseId == id), await db.Grants.Where(g => g.CaseId == id).SumAsync(g => g.Amount)), "9901");
        Assert.Equal((1, 1, 6.5), (goals, measurements, hours));
    }

    private static Task<string> Text(IPage page) => page.Locator("main").InnerTextAsync();
}

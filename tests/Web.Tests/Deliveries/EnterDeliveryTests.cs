using System.Net;
using Mestring.Core.Indicators;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Comparison;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Deliveries;

public sealed class EnterDeliveryTests
{
    private const string Slug = "utvikling";
    private const string Year = "/m/9901/utvikling/deliveries/2026";

    [Fact]
    public async Task Figures_are_saved_as_a_draft_and_the_indicators_follow()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        var saved = await coordinator.Submit(Year, ("users", "48"), ("inhabitants", "12 000"), ("weeklyHours", "1843,5"), ("usersWithHours", "40"), ("coercion-reason", "NotApplicable"), ("users-note", "Talt 31.12."));
        var page = await coordinator.Get(saved.Location!);

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        // 48 / 12 000 × 1 000 = 4,0 and 1 843,5 / 40 = 46,0875.
        Assert.Contains("4,0", Row(page, "Dekningsgrad"), StringComparison.Ordinal);
        Assert.Contains("46,1", Row(page, "Timer per bruker i uken"), StringComparison.Ordinal);
        Assert.Equal("1843,5", page.Page.GetElementById("weeklyHours")!.GetAttribute("value"));
        Assert.Contains("Kladd", page.Text, StringComparison.Ordinal);
        Assert.Equal([("coercion", null, "NotApplicable"), ("inhabitants", 12000.0, ""), ("users", 48, ""), ("usersWithHours", 40, ""), ("weeklyHours", 1843.5, "")], await Stored(app));
        var audit = await app.Database(db => db.Audit.SingleAsync());
        Assert.Equal("save-delivery", audit.Action);
        Assert.Contains("\"users\":{\"Value\":48", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_of_three_are_thousands_where_it_is_certain()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        await coordinator.Submit(Year, ("users", "1.200"), ("weeklyHours", "1 843,5"), ("grossCost", "93.500.000"));

        Assert.Equal([("grossCost", 93_500_000.0, ""), ("users", 1200.0, ""), ("weeklyHours", 1843.5, "")], (await Stored(app)).OrderBy(s => s.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_zero_is_a_figure_and_an_empty_field_is_none()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        await coordinator.Submit(Year, ("users", "0"), ("adults", ""));

        Assert.Equal([("users", 0.0, "")], await Stored(app));
    }

    [Theory]
    [InlineData("users", "mange", "mange")]
    [InlineData("users", "12,5", "hele tall")]
    [InlineData("users", "49\t42", "Skriv et tall")]
    [InlineData("users", "49\r\n42", "Skriv et tall")]
    [InlineData("users", "1 2 3", "Skriv et tall")]
    [InlineData("weeklyHours", "1.200", "kan bety")]
    [InlineData("users", "-1", "fra 0 til")]
    [InlineData("users", "NaN", "NaN")]
    public async Task What_cannot_be_a_figure_is_refused_with_the_cure_and_kept_as_typed(string field, string typed, string said)
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        var refused = await coordinator.Submit(Year, (field, typed), ("adults", "30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(said, refused.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.GetElementById(field)!.GetAttribute("value"));
        Assert.Equal("30", refused.Page.GetElementById("adults")!.GetAttribute("value"));
        Assert.StartsWith("Feil:", refused.Page.Title, StringComparison.Ordinal);
        Assert.Empty(await Stored(app));
    }

    [Fact]
    public async Task A_figure_and_a_reason_for_its_absence_do_not_stand_together()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        var refused = await coordinator.Submit(Year, ("users", "48"), ("users-reason", "Missing"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ta bort det ene", refused.ErrorOf("users"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_a_thousand_times_last_years_is_saved_and_pointed_out()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit("/m/9901/utvikling/deliveries/2025", ("grossCost", "91000"), ("users", "48"));

        var saved = await coordinator.Submit(Year, ("grossCost", "93500000"), ("users", "47"));
        var page = await coordinator.Get(Year);

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var notice = Assert.Single(page.Page.QuerySelectorAll("fieldset p.row"));
        Assert.Contains("i tusen", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notice.Closest("fieldset")!.QuerySelector("#grossCost"));
    }

    [Fact]
    public async Task A_value_outside_the_usual_is_pointed_out()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");

        await coordinator.Submit(Year, ("users", "480"), ("inhabitants", "12000"));

        // 40 per thousand, where 1 to 20 is usual.
        Assert.Contains("Utenfor det vanlige, 1,0 til 20,0", Row(await coordinator.Get(Year), "Dekningsgrad"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_write_is_told_and_loses_nothing()
    {
        using var app = await Run();
        var (first, second) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Professional, "9901"));
        var open = await second.Get(Year);
        await first.Submit(Year, ("users", "48"));

        var told = await second.Send(open, Year, ("users", "50"), ("adults", "31"));
        var again = await second.Send(told, Year, ("users", "50"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("50", told.Page.GetElementById("users")!.GetAttribute("value"));
        Assert.Equal("31", told.Page.GetElementById("adults")!.GetAttribute("value"));
        Assert.Contains("Lagret nå: 48", told.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal([("adults", 31.0, ""), ("users", 50.0, "")], await Stored(app));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_record()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        var open = await coordinator.Get(Year);

        await coordinator.Send(open, Year, ("users", "48"));
        var twice = await coordinator.Send(open, Year, ("users", "48"));

        Assert.Equal(HttpStatusCode.Redirect, twice.Status);
        Assert.Equal(1, await app.Database("9901", db => db.Deliveries.Select(d => d.Version).SingleAsync()));
    }

    [Fact]
    public async Task Figures_are_handed_over_when_all_are_answered_and_can_be_taken_back()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        var approver = await app.As(Role.Approver, "9901");
        await coordinator.Submit(Year, ("users", "48"));

        var tooEarly = await approver.Post($"{Year}/hand-over", ("version", "1"));
        await coordinator.Submit(Year, [.. Seeded.Programme(Seeded.Disability).Figures.Where(f => f.Id is not "users").Select(f => ($"{f.Id}-reason", "Missing"))]);
        var given = await approver.Post($"{Year}/hand-over", ("version", "2"));
        var read = await coordinator.Get(Year);
        var stale = await approver.Post($"{Year}/take-back", ("version", "2"));
        app.Clock.Pass(TimeSpan.FromMinutes(5));
        var back = await approver.Post($"{Year}/take-back", ("version", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.Status);
        Assert.NotNull(tooEarly.ErrorOf("adults"));
        Assert.Null(tooEarly.ErrorOf("users"));
        Assert.Equal(HttpStatusCode.Redirect, given.Status);
        Assert.Contains("Levert", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Page.QuerySelector("input[name=users]"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        Assert.Equal(DeliveryState.Draft, await app.Database("9901", db => db.Deliveries.Select(d => d.State).SingleAsync()));
        Assert.Equal(["hand-over-delivery", "take-back-delivery"], await app.Database(db => db.Audit.OrderBy(a => a.At).Where(a => a.Action != "save-delivery").Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_reader_sees_the_figures_and_can_change_nothing()
    {
        using var app = await Run();
        await (await app.As(Role.Coordinator, "9901")).Submit(Year, ("users", "48"));
        var reader = await app.As(Role.Reader, "9901");

        var page = await reader.Get(Year);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Page.QuerySelector("input[name=users]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post(Year, ("users", "1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Year}/hand-over", ("version", "1"))).Status);
    }

    [Fact]
    public async Task Years_outside_the_network_and_programmes_without_figures_are_not_there()
    {
        using var app = await Run();
        await app.Network("rehab", Seeded.Reablement, new DateOnly(2027, 1, 12), ("9901", "Eksempelvik"));
        var coordinator = await app.As(Role.Coordinator, "9901");

        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get("/m/9901/utvikling/deliveries")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/m/9901/utvikling/deliveries/1999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/m/9901/rehab/deliveries")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/m/9901/rehab/deliveries/2026")).Status);
    }

    [Fact]
    public async Task The_page_keeps_its_query_budget()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit(Year, ("users", "48"));
        app.Sql.Reset();

        await coordinator.Get(Year);

        Assert.InRange(app.Sql.Commands.Count, 1, 10);
    }

    private static async Task<App> Run()
    {
        var app = new App();
        await app.Network(Slug, Seeded.Disability, new DateOnly(2027, 1, 12), ("9901", "Eksempelvik"));
        return app;
    }

    private static string Row(Reply page, string name) =>
        page.Page.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith(name, StringComparison.Ordinal)).TextContent;

    private static Task<List<(string Item, double? Value, string Reason)>> Stored(App app) => app.Database("9901", async db =>
        (await db.DeliveryValues.OrderBy(v => v.Item).ToListAsync()).Where(v => v.Value is not null || v.Reason.Length > 0).Select(v => (v.Item, v.Value, v.Reason)).ToList());
}

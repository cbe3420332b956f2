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
        Assert.Contains("46,1", Row(page, "Timer per bruker i uka"), StringComparison.Ordinal);
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
        Assert.Equal(typed.ReplaceLineEndings("\n"), refused.Page.GetElementById(field)!.GetAttribute("value"));
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
    public async Task Two_who_fill_in_different_figures_of_a_year_both_keep_theirs()
    {
        using var app = await Run();
        var (first, second) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Professional, "9901"));
        await first.Submit(Year, ("adults", "31"), ("comment", "Fra fagsystemet."));
        var (one, other) = (await first.Get(Year), await second.Get(Year));

        Assert.Equal(HttpStatusCode.Redirect, (await first.Send(one, Year, ("users", "48"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Send(other, Year, ("grossCost", "91000000"), ("coercion-reason", "Missing"))).Status);

        Assert.Equal([("adults", 31.0, ""), ("coercion", null, "Missing"), ("grossCost", 91_000_000.0, ""), ("users", 48.0, "")], await Stored(app));
        Assert.Equal("Fra fagsystemet.", await app.Database("9901", db => db.Deliveries.Select(d => d.Comment).SingleAsync()));
    }

    [Fact]
    public async Task Where_two_change_the_same_figure_only_that_one_is_asked_about_and_the_others_figures_stand()
    {
        using var app = await Run();
        var (first, second) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Professional, "9901"));
        var other = await second.Get(Year);
        await first.Submit(Year, ("users", "48"), ("adults", "40"), ("fte", "55,5"));

        var told = await second.Send(other, Year, ("users", "50"), ("reviewed", "33"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("40", told.Page.GetElementById("adults")!.GetAttribute("value"));
        Assert.Equal("55,5", told.Page.GetElementById("fte")!.GetAttribute("value"));
        Assert.Equal("50", told.Page.GetElementById("users")!.GetAttribute("value"));
        await second.Send(told, Year, ("users", "50"));
        Assert.Equal([("adults", 40.0, ""), ("fte", 55.5, ""), ("reviewed", 33.0, ""), ("users", 50.0, "")], await Stored(app));
    }

    [Fact]
    public async Task Emptying_a_figure_empties_that_figure_alone()
    {
        using var app = await Run();
        var (first, second) = (await app.As(Role.Coordinator, "9901"), await app.As(Role.Professional, "9901"));
        await first.Submit(Year, ("users", "48"), ("adults", "40"));
        var other = await second.Get(Year);
        await first.Submit(Year, ("adults", "41"));

        await second.Send(other, Year, ("users", ""));

        Assert.Equal([("adults", 41.0, "")], await Stored(app));
    }

    [Fact]
    public async Task A_year_that_is_not_over_is_not_handed_over()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        const string thisYear = "/m/9901/utvikling/deliveries/2027";
        await coordinator.Submit(thisYear, Answered());

        var early = await coordinator.Post($"{thisYear}/hand-over", ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("2027 er ikke over.", early.Text, StringComparison.Ordinal);
        Assert.Null((await coordinator.Get(thisYear)).Page.QuerySelector("form[action$='/hand-over']"));
        Assert.Equal(DeliveryState.Draft, await app.Database("9901", db => db.Deliveries.Select(d => d.State).SingleAsync()));
    }

    [Theory]
    [InlineData("adults", "60", "users", "49")]
    [InlineData("groupHome", "70", "adults", "60")]
    [InlineData("netCost", "91000001", "grossCost", "91000000")]
    [InlineData("fteBachelor", "90", "fte", "30")]
    [InlineData("sickDays", "700", "contractedDays", "600")]
    [InlineData("weeklyHours", "54439", "usersWithHours", "49")]
    public async Task What_cannot_be_is_not_handed_over_whatever_the_note_says(string figure, string typed, string whole, string holds)
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit(Year, [.. Answered().Where(a => a.Field != $"{figure}-reason" && a.Field != $"{whole}-reason"), (figure, typed), (whole, holds), ($"{figure}-note", "Slik er det.")]);

        var stopped = await coordinator.Post($"{Year}/hand-over", ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.Status);
        Assert.EndsWith("Rett tallene før du leverer.", stopped.ErrorOf(figure), StringComparison.Ordinal);
        await coordinator.Submit(Year, (figure, holds));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post($"{Year}/hand-over", ("version", "2"))).Status);
    }

    [Theory]
    [InlineData("grossCost", "27000", "users", "49", "27000000")]
    [InlineData("weeklyHours", "9800", "usersWithHours", "49", "3000")]
    public async Task What_is_most_likely_a_slip_is_handed_over_only_with_a_reason(string figure, string typed, string other, string holds, string right)
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit(Year, [.. Answered().Where(a => a.Field != $"{figure}-reason" && a.Field != $"{other}-reason"), (figure, typed), (other, holds)]);

        var asked = await coordinator.Post($"{Year}/hand-over", ("version", "1"));
        Assert.EndsWith("skriv i merknaden hvorfor det stemmer.", asked.ErrorOf(figure), StringComparison.Ordinal);
        await coordinator.Submit(Year, ($"{figure}-note", "To på vakt hele døgnet."));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post($"{Year}/hand-over", ("version", "2"))).Status);
        await coordinator.Post($"{Year}/take-back", ("version", "3"));
        await coordinator.Submit(Year, (figure, right), ($"{figure}-note", ""));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Post($"{Year}/hand-over", ("version", "5"))).Status);
    }

    [Fact]
    public async Task Where_somebody_approves_the_coordinator_does_not_hand_over_alone()
    {
        using var app = await Run();
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit(Year, Answered());
        var approver = await app.As(Role.Approver, "9901");

        var refused = await coordinator.Post($"{Year}/hand-over", ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("det er godkjenneren som leverer: Test Approver.", refused.Text, StringComparison.Ordinal);
        Assert.Null((await coordinator.Get(Year)).Page.QuerySelector("form[action$='/hand-over']"));
        Assert.Equal(HttpStatusCode.Redirect, (await approver.Post($"{Year}/hand-over", ("version", "1"))).Status);
        Assert.NotNull((await coordinator.Get(Year)).Page.QuerySelector("form[action$='/take-back']"));
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

    /// <summary>Every figure answered with "not reported".</summary>
    private static (string Field, string Text)[] Answered() => [.. Seeded.Programme(Seeded.Disability).Figures.Select(f => ($"{f.Id}-reason", "Missing"))];

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

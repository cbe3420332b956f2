using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Comparison;

public sealed class ResultsTests
{
    private const string Own = "/m/9901/rehab/results";

    private static readonly (string Code, string Name)[] Members = [("9901", "Eksempelvik"), ("9902", "Prøvedal"), ("9903", "Dømevik"), ("9904", "Ålnes"), ("9905", "Småvik")];

    [Fact]
    public async Task A_municipality_sees_its_own_change_with_interval_and_number()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        var own = (await Put(app, 14, 16, 18, 20, 10))[0];
        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        var (mean, half) = Courses.Reference(own.Copm);
        Assert.Equal(["14", Signed(mean), Interval(mean, half)], Cells(page, "goals", "COPM utførelse, etter 10 uker", 0, 3, 4));
        (mean, half) = Courses.Reference(own.Sppb);
        Assert.Equal(["14", Signed(mean), Interval(mean, half)], Cells(page, "function", "SPPB, etter 10 uker", 0, 3, 4));
        (mean, half) = Courses.Reference(own.Hours);
        Assert.Equal(["14", Signed(mean), Interval(mean, half)], Cells(page, "hours", "etter 10 uker", 0, 3, 4));
        Assert.Contains("14 forløp er startet, og 14 er fullført.", page.Text, StringComparison.Ordinal);
        Assert.Contains("ingen gruppe å sammenligne med", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("effekt", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_share_with_an_important_change_counts_those_who_reach_the_limit()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        var own = (await Put(app, 14, 16, 18, 20, 10))[0];

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        var (better, worse) = (own.Copm.Count(c => c >= 3), own.Copm.Count(c => c <= -3));
        Assert.Equal([$"{better}", $"{14 - better - worse}", $"{worse}"], Cells(page, "goals-share", "COPM utførelse", 0, 1, 2));
        Assert.Contains("Tuntland", page.Page.GetElementById("goals-share")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_network_figure_is_over_all_persons()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        var all = await Put(app, 14, 16, 18, 20, 10);

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        var (mean, half) = Courses.Reference([.. all.SelectMany(c => c.Copm)]);
        Assert.Equal(["78", Signed(mean), Interval(mean, half)], Cells(page, "municipalities-0", "Nettverket", 0, 1, 2));
        Assert.Equal(["Dømevik", "Eksempelvik", "Prøvedal", "Småvik", "Ålnes", "Nettverket"], Names(page, "municipalities-0"));
        Assert.Equal("Eksempelvik", Assert.Single(page.Page.GetElementById("municipalities-0")!.QuerySelectorAll("tr.own th")).TextContent.Trim());
    }

    [Fact]
    public async Task Four_persons_are_hidden_from_others_and_so_is_what_would_give_them_away()
    {
        using var app = await Run(14, 16, 18, 20, 4);
        await Put(app, 14, 16, 18, 20, 4);

        var member = await (await app.As(Role.Reader, "9901")).Get(Own);
        var leader = await (await app.As(Role.Leader, "", "rehab")).Get("/desk/rehab/results");
        var themselves = await (await app.As(Role.Reader, "9905")).Get("/m/9905/rehab/results");

        // 4 is too few; 14 and 16 are the next smallest, so that not even they can subtract.
        Assert.All(new[] { member, leader }, page =>
        {
            Assert.Equal([":", ":", ":"], Cells(page, "municipalities-0", "Småvik", 0, 1, 2));
            Assert.Equal([":", ":", ":"], Cells(page, "municipalities-0", "Prøvedal", 0, 1, 2));
            Assert.Equal("18", Cells(page, "municipalities-0", "Dømevik", 0)[0]);
            Assert.Equal("72", Cells(page, "municipalities-0", "Nettverket", 0)[0]);
        });
        Assert.Equal("14", Cells(member, "municipalities-0", "Eksempelvik", 0)[0]);
        Assert.Equal(":", Cells(leader, "municipalities-0", "Eksempelvik", 0)[0]);
        Assert.Equal("4", Cells(themselves, "municipalities-0", "Småvik", 0)[0]);
        Assert.Contains("4 målt, for få", themselves.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_municipalities_in_all_tell_each_other_nothing()
    {
        using var app = await Run(31, 37, 41);
        await Put(app, 31, 37, 41);

        var member = await (await app.As(Role.Reader, "9901")).Get(Own);
        var leader = await (await app.As(Role.Leader, "", "rehab")).Get("/desk/rehab/results");

        Assert.Contains("31 forløp", member.Text, StringComparison.Ordinal);
        Assert.All(new[] { "37", "41", "109" }, n => Assert.DoesNotContain(TableCells(member), c => string.Equals(c, n, StringComparison.Ordinal)));
        Assert.All(new[] { "31", "37", "41", "109" }, n => Assert.DoesNotContain(TableCells(leader), c => string.Equals(c, n, StringComparison.Ordinal)));
        Assert.Contains("Færre enn fire kommuner", leader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_pseudonym_leaves_in_any_page_or_file()
    {
        using var app = await Run(14, 16, 18, 20, 4);
        await Put(app, 14, 16, 18, 20, 4);
        var coordinator = await app.As(Role.Coordinator, "9901");
        var leader = await app.As(Role.Leader, "", "rehab");

        foreach (var (browser, path) in new[] { (coordinator, "/m/9901/rehab/results"), (coordinator, "/m/9901/rehab/report"), (leader, "/desk/rehab/results"), (leader, "/desk/rehab/report") })
        {
            Assert.DoesNotContain("HEMMELIG", Encoding.UTF8.GetString((await browser.Get(path)).Body), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Measured_missing_not_yet_due_and_no_longer_due_add_up_to_those_who_started()
    {
        using var app = await Run(14);
        await Put(app, 14);
        await Add(app, new DateOnly(2026, 6, 1), null, null);
        await Add(app, new DateOnly(2027, 2, 1), null, null);
        await Add(app, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20), EndReason.Died);

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        // Started, due, measured, missing, not yet due, no longer due.
        Assert.Equal(["17", "15", "14", "1", "1", "1"], Cells(page, "registration", "etter 10 uker", 0, 1, 2, 3, 4, 5));
        foreach (var row in page.Page.GetElementById("registration")!.QuerySelectorAll("tbody tr"))
        {
            var n = row.QuerySelectorAll("td").Take(6).Select(c => int.Parse(c.TextContent, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(n[0], n[2] + n[3] + n[4] + n[5]);
            Assert.Equal(n[1], n[2] + n[3]);
        }
    }

    [Fact]
    public async Task Fewer_than_ten_give_a_sentence_and_no_mean()
    {
        using var app = await Run(9);
        await Put(app, 9);

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        Assert.Contains("9 personer har COPM utførelse målt både ved start og etter 10 uker. Det er for få", page.Text, StringComparison.Ordinal);
        Assert.Equal(["9", "..", ".."], Cells(page, "goals", "COPM utførelse, etter 10 uker", 0, 3, 4));
    }

    [Fact]
    public async Task Figures_are_right_the_moment_a_case_is_saved()
    {
        using var app = await Run(14);
        await Put(app, 14);
        var reader = await app.As(Role.Reader, "9901");
        Assert.Contains("14 forløp er startet", (await reader.Get(Own)).Text, StringComparison.Ordinal);

        await Add(app, new DateOnly(2027, 2, 1), null, null);

        Assert.Contains("15 forløp er startet", (await reader.Get(Own)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_with_less_than_sixty_per_cent_measured_shows_the_fraction_and_no_figure()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        await Put(app, 14, 16, 18, 20, 10);
        var reader = await app.As(Role.Reader, "9901");
        Assert.Contains("14 skulle vært målt etter 10 uker, 14 er målt, 0 skal måles senere.", (await reader.Get(Own)).Text, StringComparison.Ordinal);

        for (var i = 0; i < 10; i++)
        {
            await Add(app, new DateOnly(2026, 6, 1), null, null);
        }

        var page = await reader.Get(Own);
        Assert.Contains("er ikkje vist etter 10 veker: for lite fullstendig: 14 av 24 målte", (await (await app.As(Role.Reader, "9901", language: "nn")).Get(Own)).Text, StringComparison.Ordinal);
        Assert.Contains("for lite fullstendig: 14 av 24 målt", page.Text, StringComparison.Ordinal);
        Assert.Equal(["14", "..", ".."], Cells(page, "goals", "COPM utførelse, etter 10 uker", 0, 3, 4));
        Assert.Null(page.Page.GetElementById("goals-share"));
    }

    [Fact]
    public async Task Where_nobody_is_measured_the_page_says_so_and_does_not_call_it_hidden()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        await Add(app, new DateOnly(2027, 2, 1), null, null);

        var page = await (await app.As(Role.Leader, "", "rehab")).Get("/desk/rehab/results");

        Assert.Contains("Endring i SPPB etter 10 uker vises ikke. Ikke målt ennå.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_of_each_characteristic_add_up_to_those_who_started()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        await Put(app, 14, 16, 18, 20, 10);

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        var mix = page.Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.Contains("Hvem er brukerne?", StringComparison.Ordinal));
        foreach (var what in new[] { "Alder ved start", "Kjønn", "Husstand", "Henvist av", "Hovedårsak", "Hjemmetjenester før" })
        {
            Assert.Equal(14, mix.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("th")!.TextContent.Trim().StartsWith($"{what}:", StringComparison.Ordinal)).Sum(r => int.Parse(r.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task The_usual_rule_of_thumb_stands_beside_the_norwegian_limit_with_its_source()
    {
        using var app = await Run(14, 16, 18, 20, 10);
        var own = (await Put(app, 14, 16, 18, 20, 10))[0];

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        Assert.Equal([$"{own.Copm.Count(c => c >= 2)}"], Cells(page, "goals-share", "COPM utførelse, grense 2,0", 0));
        Assert.Contains("Tuntland mfl. 2016: 225 brukere av hverdagsrehabilitering i Norge", page.Page.GetElementById("goals-share")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("people in reablement", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "Resultater for Eksempelvik")]
    [InlineData("nn", "Resultat for Eksempelvik")]
    [InlineData("en", "Results of Eksempelvik")]
    public async Task The_page_stands_in_three_languages_within_its_query_budget(string language, string title)
    {
        using var app = await Run(14, 16, 18, 20, 4);
        await Put(app, 14, 16, 18, 20, 4);
        var reader = await app.As(Role.Reader, "9901", language: language);
        // The first page of all reads the keys that sign forms; every later one is counted.
        await reader.Get("/account");
        app.Sql.Reset();

        var page = await reader.Get(Own);

        Assert.InRange(app.Sql.Commands.Count, 1, 10);
        Assert.Equal(title, Assert.Single(page.Page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal(language, page.Page.DocumentElement.GetAttribute("lang"));
        var ids = page.Page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
    }

    [Fact]
    public async Task A_municipality_without_courses_is_told_so()
    {
        using var app = await Run(0);

        var page = await (await app.As(Role.Reader, "9901")).Get(Own);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ingen forløp er registrert ennå.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_months_the_leader_sees_do_not_tell_when_the_first_single_person_started()
    {
        using var app = await Run(12, 12, 12, 12, 12);
        await Put(app, 12, 12, 12, 12, 12);
        await Add(app, new DateOnly(2025, 5, 5), null, null);

        var leader = await (await app.As(Role.Leader, "", "rehab")).Get("/desk/rehab/results");
        var own = await (await app.As(Role.Reader, "9901")).Get(Own);

        Assert.NotNull(leader.Page.GetElementById("inclusion"));
        Assert.DoesNotContain("mai 2025", leader.Text, StringComparison.Ordinal);
        Assert.Contains("mai 2025", own.Text, StringComparison.Ordinal);
    }

    private static async Task<App> Run(params int[] counts)
    {
        var app = new App();
        await app.Network("rehab", Seeded.Reablement, new DateOnly(2026, 1, 13), Members[..counts.Length]);
        return app;
    }

    private static async Task<List<Courses>> Put(App app, params int[] counts)
    {
        var all = new List<Courses>();
        for (var i = 0; i < counts.Length; i++)
        {
            all.Add(await Courses.Add(app, "rehab", Members[i].Code, counts[i], seed: i + 1));
        }

        return all;
    }

    private static Task Add(App app, DateOnly started, DateOnly? ended, EndReason? reason) => app.Database(async db =>
    {
        CaseFile.Start(db, [], new CaseRow
        {
            Municipality = MunicipalityCode.Parse("9901", null),
            Id = Guid.CreateVersion7(App.Start.AddDays(started.DayNumber % 1000)),
            Network = "rehab",
            Pseudonym = "HEMMELIG",
            BirthYear = 1940,
            StartedOn = started,
            EndedOn = ended,
            EndReason = reason,
            GoalInstrument = GoalInstrument.Copm,
            CreatedAt = App.Start,
        }).Complete(App.Start, "Test");
        await db.SaveChangesAsync();
    });

    private static string[] Cells(Reply page, string figure, string row, params int[] cells)
    {
        var tr = page.Page.GetElementById(figure)!.QuerySelectorAll("tbody tr").Single(r => string.Equals(r.QuerySelector("th")!.TextContent.Trim(), row, StringComparison.Ordinal));
        var all = tr.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray();
        return [.. cells.Select(c => all[c])];
    }

    private static string[] Names(Reply page, string figure) =>
        [.. page.Page.GetElementById(figure)!.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim())];

    private static IEnumerable<string> TableCells(Reply page) => page.Page.QuerySelectorAll("td").Select(c => c.TextContent.Trim());

    private static string Plain(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');

    private static string Signed(double value) => value > 0 ? $"+{Plain(value)}" : Plain(value);

    private static string Interval(double mean, double half) => mean - half < 0 || mean + half < 0 ? $"{Plain(mean - half)} til {Plain(mean + half)}" : $"{Plain(mean - half)}–{Plain(mean + half)}";
}

using Mestring.Core.Indicators;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Comparison;

public sealed class IndicatorTests
{
    private static readonly (string Code, string Name)[] Members = [("9901", "Eksempelvik"), ("9902", "Prøvedal"), ("9903", "Dømevik"), ("9904", "Ålnes"), ("9905", "Småvik")];

    [Fact]
    public async Task One_s_own_indicator_stands_beside_the_middle_half_of_the_released()
    {
        using var app = await Run();

        var page = await (await app.As(Role.Reader, "9901")).Get("/m/9901/utvikling/results");

        // Per thousand: 4,0 5,0 6,0 7,0 8,0; quartiles of type 7 are 5, 6 and 7.
        Assert.Equal(["4,0", "5,0", "6,0", "7,0", "5"], Overview(page, "Dekningsgrad"));
        Assert.Contains("5 av 5 kommuner har levert", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_about_three_persons_is_hidden_from_others_and_seen_by_oneself()
    {
        using var app = await Run();

        var others = await (await app.As(Role.Reader, "9901")).Get("/m/9901/utvikling/results");
        var themselves = await (await app.As(Role.Reader, "9905")).Get("/m/9905/utvikling/results");

        // Småvik has 3 of 80 with a decision on coercion.
        Assert.Equal(":", Value(others, "coercionShare", "Småvik"));
        Assert.Equal("10", Value(others, "coercionShare", "Prøvedal"));
        Assert.Equal("4", Value(themselves, "coercionShare", "Småvik"));
        // Eksempelvik's own four are hidden from others too, so three values are left: too few for quartiles.
        Assert.Equal(["10", ":", ":", ":", "3"], Overview(others, "Andel med vedtak om tvang og makt"));
    }

    [Fact]
    public async Task A_share_that_leaves_three_persons_over_is_hidden()
    {
        using var app = await Run();

        // Ålnes has 67 of 70 with a plan: three have none.
        Assert.Equal(":", Value(await (await app.As(Role.Reader, "9901")).Get("/m/9901/utvikling/results"), "individualPlanShare", "Ålnes"));
    }

    [Fact]
    public async Task A_draft_counts_nowhere()
    {
        using var app = await Run(DeliveryState.Draft);

        var page = await (await app.As(Role.Leader, "", "utvikling")).Get("/desk/utvikling/results");

        Assert.Contains("Ingen kommuner har levert tall ennå.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("figure"));
    }

    [Fact]
    public async Task One_municipality_that_is_early_leaves_the_others_comparison_as_it_is_and_a_year_can_be_chosen()
    {
        using var app = await Run();
        app.Clock.Pass(TimeSpan.FromDays(400));
        await app.Database(async db =>
        {
            var early = MunicipalityCode.Parse("9901", null);
            foreach (var year in new[] { 2027, 2028 })
            {
                db.Deliveries.Add(new DeliveryRow { Municipality = early, Network = "utvikling", Year = year, State = DeliveryState.HandedOver, Version = 1 });
                db.DeliveryValues.Add(new DeliveryValueRow { Municipality = early, Network = "utvikling", Year = year, Item = "users", Value = 90 });
                db.DeliveryValues.Add(new DeliveryValueRow { Municipality = early, Network = "utvikling", Year = year, Item = "inhabitants", Value = 10_000 });
            }

            await db.SaveChangesAsync();
        });
        var (self, other, leader) = (await app.As(Role.Reader, "9901"), await app.As(Role.Reader, "9902"), await app.As(Role.Leader, "", "utvikling"));

        foreach (var (who, path) in new[] { (self, "/m/9901/utvikling/results"), (other, "/m/9902/utvikling/results"), (leader, "/desk/utvikling/results") })
        {
            var page = await who.Get(path);
            Assert.Contains("5 av 5 kommuner har levert", page.Text, StringComparison.Ordinal);
            // 2028 is not over: it is neither shown nor offered.
            Assert.Equal(["2027", "2026"], page.Page.QuerySelectorAll("nav.row a").Select(a => a.TextContent));
        }

        Assert.Equal("9,0", Overview(await self.Get("/m/9901/utvikling/results?year=2027"), "Dekningsgrad")[0]);
        Assert.Contains("5 av 5 kommuner har levert", (await self.Get("/m/9901/utvikling/results?year=2028")).Text, StringComparison.Ordinal);
    }

    private static async Task<App> Run(DeliveryState state = DeliveryState.HandedOver)
    {
        var app = new App();
        await app.Network("utvikling", Seeded.Disability, new DateOnly(2027, 1, 12), Members);
        await app.Database(async db =>
        {
            for (var i = 0; i < Members.Length; i++)
            {
                var code = MunicipalityCode.Parse(Members[i].Code, null);
                var users = 40 + (10 * i);
                db.Deliveries.Add(new DeliveryRow { Municipality = code, Network = "utvikling", Year = 2026, State = state, Version = 1 });
                foreach (var (item, value) in new[] { ("users", users), ("inhabitants", 10_000), ("coercion", i == 4 ? 3 : users / 10), ("individualPlan", i == 3 ? users - 3 : users / 2) })
                {
                    db.DeliveryValues.Add(new DeliveryValueRow { Municipality = code, Network = "utvikling", Year = 2026, Item = item, Value = value });
                }
            }

            await db.SaveChangesAsync();
        });
        return app;
    }

    private static string[] Overview(Reply page, string indicator) =>
        [.. page.Page.QuerySelectorAll(".document > .table tbody tr").Single(r => string.Equals(r.QuerySelector("th")!.TextContent, indicator, StringComparison.Ordinal)).QuerySelectorAll("td").Take(5).Select(c => c.TextContent.Trim())];

    private static string Value(Reply page, string indicator, string municipality) => page.Page.GetElementById($"indicator-{indicator}")!
        .QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains(municipality, StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Trim();
}

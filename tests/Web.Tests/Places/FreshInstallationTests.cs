using System.Globalization;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Places;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Networks;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Places;

/// <summary>What an installation knows of real municipalities without an operator having imported anything.</summary>
public sealed class FreshInstallationTests : IDisposable
{
    private readonly App _app = new();

    [Fact]
    public async Task A_real_municipality_gets_its_fee_and_enrols_without_being_asked_for_its_inhabitants()
    {
        await Fresh();
        var browser = _app.Open();

        var invitation = await browser.Get($"/networks/{Runs.Reablement}?municipality=5540");
        var form = await browser.Get(invitation.Page.QuerySelector("a[href*='/enrol']")!.GetAttribute("href")!);

        // Statistics Norway, table 07459: 1 939 inhabitants on 1 January 2026; the band up to 2 000 pays 14 100.
        Assert.Equal("kr 14 100", invitation.Page.QuerySelector("output")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Assert.Null(form.Page.GetElementById("inhabitants"));
        Assert.Equal("940363586", form.Page.GetElementById("organisation")!.GetAttribute("value"));
        Assert.Equal("Kåfjord (Gáivuotna, Kaivuono)", form.Page.QuerySelector("#municipality option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Municipalities_with_several_names_are_found_under_each_and_sorted_by_the_Norwegian_one()
    {
        await Fresh();

        var options = (await _app.Open("nn").Get($"/networks/{Runs.Reablement}/enrol")).Page.QuerySelectorAll("#municipality option").Skip(1).Select(o => (Value: o.GetAttribute("value")!, Text: o.TextContent)).ToList();

        foreach (var (code, names) in new[] { ("5540", "Kåfjord Gáivuotna Kaivuono"), ("5041", "Snåsa Snåase"), ("1826", "Hattfjelldal Aarborte"), ("5628", "Tana Deatnu"), ("0301", "Oslo Oslove") })
        {
            Assert.All(names.Split(' '), name => Assert.Contains(options, o => o.Value == code && o.Text.StartsWith(name, StringComparison.Ordinal)));
        }

        var sorted = options.Select(o => o.Text).ToList();
        Assert.Equal(sorted.Order(Texts.NameOrder), sorted);
        Assert.True(sorted.IndexOf("Hattfjelldal (Aarborte)") > sorted.FindIndex(t => t.StartsWith("Haram", StringComparison.Ordinal)));
        Assert.EndsWith("lesund", sorted.Last(t => t.StartsWith('Å') && t.Contains("lesund", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(357, options.Select(o => o.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_municipality_has_a_name_in_force_a_valid_organisation_number_where_the_list_has_one_and_inhabitants_of_three_years()
    {
        var inForce = ShippedPlaces.Municipalities().ToDictionary(m => m.Code);

        Assert.Equal(inForce.Keys.Order(Comparer<MunicipalityCode>.Create((a, b) => a.Number - b.Number)), MunicipalityFacts.All.Keys.Order(Comparer<MunicipalityCode>.Create((a, b) => a.Number - b.Number)));
        Assert.All(MunicipalityFacts.All, f =>
        {
            Assert.Contains(f.Value.NorwegianName, inForce[f.Key].Name.Split(" - "));
            Assert.Equal([2024, 2025, 2026], f.Value.Inhabitants.Select(i => i.AsOf.Year));
            Assert.All(f.Value.Inhabitants, i => Assert.InRange(i.Inhabitants, 150, 800_000));
        });
        Assert.Equal(356, MunicipalityFacts.All.Values.Select(f => f.Organisation).OfType<OrganisationNumber>().Distinct().Count());
        // Statistics Norway, table 01222: the whole country had 5 627 400 inhabitants on 1 January 2026.
        Assert.Equal(5_627_400, MunicipalityFacts.All.Values.Sum(f => f.Inhabitants[^1].Inhabitants));
    }

    [Fact]
    public async Task What_an_operator_has_imported_stays()
    {
        await _app.Database(async db =>
        {
            await PlaceTable.Seed(db, CancellationToken.None);
            await db.Populations.Where(p => p.Code == MunicipalityCode.FromNumber(301) && p.AsOf == new DateOnly(2026, 1, 1)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Inhabitants, 1));
            db.ChangeTracker.Clear();
            await PlaceTable.Seed(db, CancellationToken.None);
        });

        var oslo = await _app.Database(db => db.Populations.Where(p => p.Code == MunicipalityCode.FromNumber(301)).OrderBy(p => p.AsOf).ToListAsync());
        Assert.Equal(["717710", "724290", "1"], oslo.Select(p => p.Inhabitants.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_was_typed_in_the_calculator_is_not_asked_for_again()
    {
        await _app.AddOpen();
        var browser = _app.Open();

        var calculated = await browser.Get($"/networks/{Runs.Reablement}?municipality=9901&inhabitants=4310&counted=2026-01-01");
        var form = await browser.Get(calculated.Page.QuerySelector("a[href*='/enrol']")!.GetAttribute("href")!);

        Assert.Equal("4310", form.Page.GetElementById("inhabitants")!.GetAttribute("value"));
        Assert.Equal("2026-01-01", form.Page.GetElementById("counted")!.GetAttribute("value"));
    }

    public void Dispose() => _app.Dispose();

    private async Task Fresh()
    {
        await _app.Database(db => PlaceTable.Seed(db, CancellationToken.None));
        await _app.AddRun("hverdagsrehabilitering", Runs.Reablement, new DateOnly(2027, 4, 20), NetworkState.Open);
    }
}

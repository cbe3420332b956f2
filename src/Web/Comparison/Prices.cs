using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Comparison;

/// <summary>The municipality's own prices of hours, which the economy of its results is counted with.</summary>
public static class Prices
{
    private const decimal Highest = 10_000;
    private const int FirstYear = 2010;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/prices", Open).ForMunicipality(Role.Coordinator);
        app.MapPost("/m/{municipality}/{slug}/prices", Save).ForMunicipality(Role.Coordinator);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(string slug, Membership member, HttpRequest request, Drafts drafts, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var stored = await db.Prices.AsNoTracking().SingleOrDefaultAsync(p => p.Network == slug, ct);
        return Show(member, slug, stored, await drafts.Open(request, texts, stored?.Version ?? 0, ct), clock);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, HttpRequest request, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted) { Draft = Drafts.Of(request) };
        var stored = await db.Prices.SingleOrDefaultAsync(p => p.Network == slug, ct);
        var prices = Read(form, clock);
        if (!form.IsValid)
        {
            return Show(member, slug, stored, form, clock);
        }

        if (form.Version != (stored?.Version ?? 0))
        {
            form.RefuseAsConflict();
            return Show(member, slug, stored, form, clock);
        }

        var before = stored?.Read();
        var row = stored ?? db.Prices.Add(new PriceRow { Municipality = municipality, Network = slug }).Entity;
        row.Write(prices);
        row.ChangedAt = clock.GetUtcNow();
        row.Version++;
        audit.Note("change-prices", "prices", municipality, slug, before, prices);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<PriceRow>().Any())
        {
            db.ChangeTracker.Clear();
            if (await db.Prices.AsNoTracking().SingleOrDefaultAsync(p => p.Network == slug, ct) is not { } now || now.Version == form.Version)
            {
                throw;
            }

            form.RefuseAsConflict();
            return Show(member, slug, now, form, clock);
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/results");
    }

    private static EconomyPrices Read(Form form, TimeProvider clock)
    {
        var wrong = form.T["comparison.prices.amount"];
        var home = form.Number("home", 1, Highest, wrong);
        if (home is null)
        {
            form.Refuse("home", wrong);
        }

        var work = new Dictionary<Profession, decimal>();
        foreach (var profession in Enum.GetValues<Profession>())
        {
            if (form.Number(FieldOf(profession), 1, Highest, wrong) is { } price)
            {
                work[profession] = Rounded(price);
            }
        }

        var latest = clock.Today().Year + 1;
        var year = form.Whole("year", FirstYear, latest, form.T["comparison.prices.year.wrong", $"{FirstYear}", $"{latest}"]);
        if (year is null)
        {
            form.Refuse("year", form.T["comparison.prices.year.wrong", $"{FirstYear}", $"{latest}"]);
        }

        return new EconomyPrices(Rounded(home ?? 0), work, year ?? 0, form.Text("source", form.T["comparison.prices.source.missing"]));
    }

    private static decimal Rounded(decimal kroner) => WrittenNumber.HalfUp(kroner, 2);

    private static string FieldOf(Profession profession) => $"work-{profession}";

    private static RazorComponentResult Show(Membership member, string slug, PriceRow? stored, Form form, TimeProvider clock)
    {
        var prices = stored?.Read();
        return PricesPage.Show(
            new View(
                form,
                $"/m/{member.Municipality}/{slug}/results",
                member.Name,
                $"/m/{member.Municipality}",
                stored?.Version ?? 0,
                Plain(prices?.HomeServiceHour),
                [.. Enum.GetValues<Profession>().Select(p => (FieldOf(p), p, Plain(prices is not null && prices.WorkHours.TryGetValue(p, out var price) ? price : null)))],
                $"{prices?.Year ?? clock.Today().Year}",
                prices?.Source ?? ""),
            form.Status);

        string? Plain(decimal? amount) => amount?.ToString("0.##", form.T.Culture);
    }

    public sealed record View(
        Form Form, string Results, string Place, string Home, int Version, string? HomeHour, IReadOnlyList<(string Field, Profession Profession, string? Price)> Work, string Year, string Source);
}

using Mestring.Core.Indicators;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Deliveries;

/// <summary>The years a municipality reports figures for, and how far each has come.</summary>
public static class DeliveryYears
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/m/{municipality}/{slug}/deliveries", Show).ForMunicipality(Rules.Members);

    private static async Task<Results<RazorComponentResult, NotFound>> Show(
        MunicipalityCode municipality, string slug, Membership member, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.CollectsDeliveries)
        {
            return TypedResults.NotFound();
        }

        var saved = await db.Deliveries.AsNoTracking().Where(d => d.Network == slug).OrderBy(d => d.Year).ToDictionaryAsync(d => d.Year, ct);
        var years = DeliverySheet.YearsOf(member.Definition, clock.Today()).Reverse()
            .Select(y => saved.GetValueOrDefault(y) is { } row ? new Line(y, row.State, row.ChangedAt, row.ChangedBy) : new Line(y, null, null, string.Empty));
        return DeliveryYearsPage.Show(new View(municipality, member.Name, slug, member.Definition.Terms.Name, [.. years]));
    }

    public sealed record View(MunicipalityCode Municipality, string Place, string Slug, LocalizedText Network, IReadOnlyList<Line> Years);

    /// <param name="State">Null when nothing is saved for the year.</param>
    public sealed record Line(int Year, DeliveryState? State, DateTimeOffset? ChangedAt, string ChangedBy);
}

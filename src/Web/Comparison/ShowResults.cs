using Mestring.Core.Documents;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Comparison;

/// <summary>Results as they are this second: a municipality's own beside what the network has released, or for the leader the released alone.</summary>
public static class ShowResults
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/results", Own).ForMunicipality(Rules.Members);
        app.MapGet("/desk/{slug}/results", Network).ForLeader();
    }

    private static async Task<RazorComponentResult> Own(MunicipalityCode municipality, string slug, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var (results, indicators) = await ResultsQuery.Of(db, slug, municipality, clock, ct);
        return ResultsPage.Show(new View(
            ResultsDocument.Of(results, indicators, isReport: false, texts, clock.GetUtcNow()),
            [new Crumb(results.Names[municipality], $"/m/{municipality}"), new Crumb(texts["comparison.crumb"], $"/m/{municipality}/{slug}/results")],
            visitor.Is(municipality, Role.Coordinator) ? $"/m/{municipality}/{slug}/report" : null)
        {
            Own = visitor.Is(municipality, Role.Coordinator) && results.Network.Programme.Features.RegistersCases ? $"/m/{municipality}/{slug}" : null,
        });
    }

    private static async Task<RazorComponentResult> Network(string slug, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var (results, indicators) = await ResultsQuery.Of(db, slug, own: null, clock, ct);
        return ResultsPage.Show(new View(
            ResultsDocument.Of(results, indicators, isReport: false, texts, clock.GetUtcNow()),
            [new Crumb(results.Network.Terms.Name[texts.Language], $"/desk/{slug}"), new Crumb(texts["comparison.crumb"], $"/desk/{slug}/results")],
            $"/desk/{slug}/report"));
    }

    /// <param name="Report">The address of the report; null for those who may not fetch it.</param>
    public sealed record View(Document Document, IReadOnlyList<Crumb> Crumbs, string? Report)
    {
        /// <summary>Where prices and referrals are entered; null for those who may not, and where no courses are registered.</summary>
        public string? Own { get; init; }
    }
}

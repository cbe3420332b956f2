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

    private static async Task<RazorComponentResult> Own(MunicipalityCode municipality, string slug, int? year, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var (results, indicators) = await ResultsQuery.Of(db, slug, municipality, clock, ct, year);
        return ResultsPage.Show(new View(
            ResultsDocument.Of(results, indicators, isReport: false, texts, clock.GetUtcNow()),
            [new Crumb(results.Names[municipality], $"/m/{municipality}"), new Crumb(texts["comparison.crumb"], $"/m/{municipality}/{slug}/results")],
            $"/m/{municipality}/{slug}/report")
        {
            Year = indicators.Year,
            Years = indicators.Years,
            Own = visitor.Is(municipality, Role.Coordinator) && results.Network.Programme.Features.RegistersCases ? $"/m/{municipality}/{slug}" : null,
        });
    }

    private static async Task<RazorComponentResult> Network(string slug, int? year, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var (results, indicators) = await ResultsQuery.Of(db, slug, own: null, clock, ct, year);
        return ResultsPage.Show(new View(
            ResultsDocument.Of(results, indicators, isReport: false, texts, clock.GetUtcNow()),
            [new Crumb(results.Network.Terms.Name[texts.Language], $"/desk/{slug}"), new Crumb(texts["comparison.crumb"], $"/desk/{slug}/results")],
            $"/desk/{slug}/report")
        {
            Year = indicators.Year,
            Years = indicators.Years,
        });
    }

    /// <param name="Report">The address of the report.</param>
    public sealed record View(Document Document, IReadOnlyList<Crumb> Crumbs, string Report)
    {
        /// <summary>The year of the figures; null where none are collected or handed over.</summary>
        public int? Year { get; init; }

        /// <summary>The years to choose between, the latest first.</summary>
        public IReadOnlyList<int> Years { get; init; } = [];

        /// <summary>Where prices and referrals are entered; null for those who may not, and where no courses are registered.</summary>
        public string? Own { get; init; }
    }
}

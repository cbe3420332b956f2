using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Gatherings;

/// <summary>The words of the invitation in all three languages, for its leader to read before publishing.</summary>
public static class PreviewNetwork
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/{slug}/preview", async Task<Results<RazorComponentResult, NotFound>> (
        string slug, MestringDb db, CancellationToken ct) =>
        await Run.Find(db, slug, ct) is { } run
            ? PreviewNetworkPage.Show(new View(slug, run.Row.State, run.Definition, [new Texts(Language.Nb), new Texts(Language.Nn), new Texts(Language.En)]))
            : TypedResults.NotFound()).ForLeader();

    public sealed record View(string Slug, NetworkState State, NetworkDefinition Definition, IReadOnlyList<Texts> Languages)
    {
        public ProgrammeTexts Words => Definition.Programme.Texts;
    }
}

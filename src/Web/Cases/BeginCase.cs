using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The door to a new case: who has begun on some and not saved them chooses which to go on with, or begins on another.</summary>
public static class BeginCase
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/{slug}/cases/new", Open).ForCaseWorkers(Registration.Open);

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Open(
        MunicipalityCode municipality, string slug, Drafts drafts, Texts texts, Frame frame, TimeProvider clock, CancellationToken ct, bool another = false)
    {
        var list = $"/m/{municipality}/{slug}/cases";
        var begun = another ? [] : await Begun(drafts, list, ct);
        if (begun.Count == 0)
        {
            return TypedResults.Redirect($"{list}/new/{Guid.CreateVersion7(clock.GetUtcNow())}/1");
        }

        frame.Back = new Crumb(texts["cases.back-to-list"], list);
        return BeginCasePage.Show(new View(list, begun));
    }

    internal static async Task<IReadOnlyList<Draft>> Begun(Drafts drafts, string list, CancellationToken ct) =>
    [
        .. (await drafts.NewCasesIn(list, ct)).Select(d => new Draft(d.Path, First(d.Fields, "pseudonym"), First(d.Fields, "birth-year"), d.SavedAt)),
    ];

    private static string First(Dictionary<string, string[]> fields, string field) => fields.GetValueOrDefault(field) is [var value, ..] ? value : string.Empty;

    /// <param name="List">The address of the cases.</param>
    /// <param name="Begun">The drafts, the latest first.</param>
    public sealed record View(string List, IReadOnlyList<Draft> Begun);

    /// <param name="Path">What the draft is named by; its first screen is one step further.</param>
    /// <param name="Pseudonym">Whom it is about; empty when that is not said.</param>
    /// <param name="BirthYear">As it was typed; empty when it was not.</param>
    /// <param name="SavedAt">When it was kept.</param>
    public sealed record Draft(string Path, string Pseudonym, string BirthYear, DateTimeOffset SavedAt);
}

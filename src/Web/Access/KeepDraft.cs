using Mestring.Core.Places;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Access;

/// <summary>Takes the drafts that a page sends while somebody types, and throws one away when asked to.</summary>
public static class KeepDraft
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        // A draft holds what the person has typed and shows nothing; the form it is of asks for what it takes.
        app.MapPost("/m/{municipality}/{slug}/drafts", Save).ForMunicipality(Rules.CaseWorkers);
        app.MapPost("/m/{municipality}/{slug}/drafts/remove", Remove).ForMunicipality(Rules.CaseWorkers);
    }

    private static async Task<Results<JsonHttpResult<Answer>, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Drafts drafts, Texts texts, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var path = posted[Drafts.PathField].ToString();
        if (!Drafts.IsForm(path, municipality, slug))
        {
            return TypedResults.NotFound();
        }

        // A form refuses identity numbers in every field as it is read; nothing of it is kept then.
        if (!new Form(texts, posted).IsValid)
        {
            return TypedResults.Json(new Answer(texts["design.draft.identity-number"]), statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        return await drafts.Keep(municipality, visitor.PersonId!.Value, path, posted, ct) switch
        {
            DraftKept.Yes => TypedResults.Json(new Answer(texts["design.draft.saved", texts.Time(clock.GetUtcNow())])),
            DraftKept.TooLong => TypedResults.Json(new Answer(texts["design.draft.too-long"]), statusCode: StatusCodes.Status413PayloadTooLarge),
            DraftKept.TooMany => TypedResults.Json(new Answer(texts["design.draft.too-many", Drafts.Most]), statusCode: StatusCodes.Status422UnprocessableEntity),
            _ => TypedResults.Json(new Answer(texts["design.draft.lost"]), statusCode: StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Remove(MunicipalityCode municipality, string slug, IFormCollection posted, Drafts drafts, CancellationToken ct)
    {
        var path = posted[Drafts.PathField].ToString();
        if (!Drafts.IsForm(path, municipality, slug))
        {
            return TypedResults.NotFound();
        }

        await drafts.Remove(path, ct);
        return TypedResults.Redirect(LocalPath.Of(Drafts.IsOfNewCase(path) ? path[..path.LastIndexOf('/')] : path));
    }

    /// <summary>What the page tells the person.</summary>
    public sealed record Answer(string Text);
}

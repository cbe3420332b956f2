using System.Security.Claims;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>
/// Sees to it that what was typed is neither lost nor kept too long, whatever form it was typed in: a form sent with a session that has run out
/// becomes that person's draft before they are asked to sign in again; a form that was saved leaves no draft behind.
/// </summary>
internal sealed class DraftGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Visitor visitor, Drafts drafts, MestringDb db, Tenant tenant, Texts texts, TimeProvider clock)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<Rule>() is not { Scope: not Scope.Everyone } rule)
        {
            await next(http);
            return;
        }

        _ = MunicipalityCode.TryParse(http.Request.RouteValues["municipality"] as string, null, out var municipality);
        var keepsDraft = http.Request.RouteValues["slug"] is string slug && Drafts.IsForm(Drafts.PathOf(http.Request), municipality, slug);
        var path = keepsDraft ? Drafts.PathOf(http.Request) : Typed.PathOf(http.Request);
        if (visitor.PersonId is null && path.Length <= Drafts.LongestPath)
        {
            var isKept = await KeepOfExpired(http, rule, municipality, path, drafts, db, texts, clock.GetUtcNow());
            drafts.Waiting = isKept && !keepsDraft ? Typed.AddressOf(path) : null;
            tenant.Municipality = default;
        }

        await next(http);
        if (visitor.IsSignedIn && http.Response.StatusCode is StatusCodes.Status302Found && tenant.Municipality == municipality && !drafts.HasKept)
        {
            await drafts.Remove(path, http.RequestAborted);
        }
    }

    /// <summary>The session must be known, not revoked, and its second factor given where the form takes one; the form must carry the token this person was given.</summary>
    private static async Task<bool> KeepOfExpired(HttpContext http, Rule rule, MunicipalityCode municipality, string path, Drafts drafts, MestringDb db, Texts texts, DateTimeOffset now)
    {
        if (Sessions.TokenOf(http) is not { } cookie || !http.Request.HasFormContentType)
        {
            return false;
        }

        var (hash, since, ct, isOfMunicipality) = (Sessions.Hash(cookie), now - Sessions.Remembered, http.RequestAborted, rule.Scope is Scope.Municipality);
        var person = await (
            from session in db.Sessions.AsNoTracking()
            join who in db.Persons.AsNoTracking() on session.PersonId equals who.Id
            where session.TokenHash == hash && session.RevokedAt == null && session.ExpiresAt <= now && session.ExpiresAt > since && who.DisabledAt == null
                && (session.SecondFactorAt != null || who.Demonstration || !rule.OpensCases)
                && (!isOfMunicipality || db.PersonRoles.Any(r => r.PersonId == who.Id && r.Municipality == municipality))
            select (Guid?)who.Id).SingleOrDefaultAsync(ct);
        if (person is not { } id)
        {
            return false;
        }

        var nobody = http.User;
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], "session"));
        var isTheirs = await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        http.User = nobody;
        return isTheirs && await http.Request.ReadFormAsync(ct) is var posted && new Form(texts, posted).IsValid
            && await drafts.Keep(municipality, id, path, posted, ct) is DraftKept.Yes;
    }
}

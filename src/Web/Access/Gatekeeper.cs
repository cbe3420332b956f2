using Mestring.Core.Disclosure;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>
/// Lets a request through to its endpoint, or not. What is not there and what is not yours answer alike: 404. A role
/// that is missing inside one's own municipality answers 403, and who is not signed in is sent to sign in.
/// </summary>
internal sealed class Gatekeeper(RequestDelegate next)
{
    /// <summary>The action of somebody who was refused.</summary>
    public const string RefusedAction = "refused";

    private const int LongestPath = 300;

    public async Task InvokeAsync(HttpContext http, Visitor visitor, Tenant tenant, MestringDb db, Texts texts, Frame frame, Drafts drafts, TimeProvider clock)
    {
        if (http.GetEndpoint() is not { } endpoint)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var answer = endpoint.Metadata.GetMetadata<Rule>() is { } rule ? await Judge(rule, http, visitor, tenant, db, clock) : Answer.NotFound;
        Surroundings.AddNetworkMenu(http, frame, visitor, tenant, texts);
        Surroundings.AddNotice(http, frame, tenant, texts);
        switch (answer)
        {
            case Answer.Pass:
                ReadTrail.Guard(http, tenant.Municipality);
                await next(http);
                break;
            case Answer.SignIn:
                http.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(drafts.Waiting ?? Drafts.PathOf(http.Request))}");
                break;
            case Answer.SecondFactor:
                http.Response.Redirect(visitor.HasSecondFactor ? "/sign-in/code" : "/account/second-factor");
                break;
            case Answer.Forbidden:
                await NoteRefused(http, visitor, tenant);
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                await NoticePage.Show(new Notice(texts["design.forbidden.title"], texts["design.forbidden.text"]), StatusCodes.Status403Forbidden).ExecuteAsync(http);
                break;
            case Answer.ReadOnly:
                frame.IsReadOnly = true;
                ReadTrail.Guard(http, tenant.Municipality);
                await next(http);
                break;
            case Answer.Ended:
                http.Response.StatusCode = StatusCodes.Status409Conflict;
                var why = new Notice(texts[$"access.registration.{tenant.Registration}"], frame.Notice!);
                frame.Notice = null;
                await NoticePage.Show(why, StatusCodes.Status409Conflict).ExecuteAsync(http);
                break;
            default:
                await NoteRefused(http, visitor, tenant);
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    /// <summary>Notes that somebody who is signed in was refused. Where the place is one of the person's own municipalities, its coordinators see it.</summary>
    private static async Task NoteRefused(HttpContext http, Visitor visitor, Tenant tenant)
    {
        if (visitor.PersonId is null)
        {
            return;
        }

        await using var scope = http.RequestServices.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MestringDb>();
        var path = NationalIdentityNumber.Masked(http.Request.Path.Value ?? string.Empty);
        db.Audit.Add(http.RequestServices.GetRequiredService<Audit>().Entry(RefusedAction, $"path{path[..Math.Min(path.Length, LongestPath)]}", tenant.Municipality, string.Empty));
        await db.SaveChangesAsync(http.RequestAborted);
    }

    private static Answer LetIn(Rule rule, Visitor visitor) => rule.TakesSecondFactor && !visitor.GaveSecondFactor && !visitor.Demonstration ? Answer.SecondFactor : Answer.Pass;

    private static async Task<Answer> Judge(Rule rule, HttpContext http, Visitor visitor, Tenant tenant, MestringDb db, TimeProvider clock)
    {
        if (rule.Scope is Scope.Everyone)
        {
            return Answer.Pass;
        }

        if (!visitor.IsSignedIn)
        {
            return visitor.PersonId is null ? Answer.SignIn : Answer.SecondFactor;
        }

        return rule.Scope switch
        {
            Scope.SignedIn => Answer.Pass,
            Scope.AnyNetwork => visitor.Has(Role.Leader) ? LetIn(rule, visitor) : Answer.NotFound,
            Scope.Network => visitor.Leads(http.Request.RouteValues["slug"] as string ?? string.Empty) ? LetIn(rule, visitor) : Answer.NotFound,
            Scope.Installation => visitor.IsOperator ? LetIn(rule, visitor) : Answer.NotFound,
            _ => await Enter(rule, http, visitor, tenant, db, clock.Today()),
        };
    }

    /// <summary>From here on the request sees the rows of this one municipality.</summary>
    private static async Task<Answer> Enter(Rule rule, HttpContext http, Visitor visitor, Tenant tenant, MestringDb db, DateOnly today)
    {
        if (!MunicipalityCode.TryParse(http.Request.RouteValues["municipality"] as string, null, out var municipality) || !visitor.IsIn(municipality))
        {
            return Answer.NotFound;
        }

        tenant.Municipality = municipality;
        if (http.Request.RouteValues["slug"] is string slug)
        {
            tenant.Membership = await Membership.Find(db, slug, http.RequestAborted);
            // Who has left the network keeps the way to its own courses, to read, fetch and delete them, and nothing else of it.
            if (tenant.Membership is null || (tenant.Membership.HasLeft && !rule.OpensCases)
                || (rule is { OpensCases: true, OfEveryNetwork: false } && !tenant.Membership.Definition.Programme.Features.RegistersCases))
            {
                return Answer.NotFound;
            }
        }

        if (!visitor.Is(municipality, [.. rule.Roles]))
        {
            return Answer.Forbidden;
        }

        if (LetIn(rule, visitor) is not Answer.Pass)
        {
            return Answer.SecondFactor;
        }

        if (rule.OpensCases && tenant.Membership is { } member)
        {
            tenant.Registration = member.Registration(today);
            tenant.RegistrationEnds = tenant.Registration is Registration.Open || member.HasLeft ? null : member.Definition.RegistrationEnds();
        }

        return tenant.Registration <= rule.Until ? Answer.Pass : rule.Until is Registration.FollowUps && HttpMethods.IsGet(http.Request.Method) ? Answer.ReadOnly : Answer.Ended;
    }

    private enum Answer
    {
        Pass,
        SignIn,
        SecondFactor,
        ReadOnly,
        Ended,
        Forbidden,
        NotFound,
    }
}

using System.Security.Claims;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Antiforgery;

namespace Mestring.Web.Access;

/// <summary>
/// What is answered to a form without the token of its page. A page for everybody is bound to nobody: its form stands whoever signs in or out
/// in another tab. Any other form is shown again with a new token and everything typed, unless it comes from a page of somebody else's.
/// </summary>
internal sealed class TokenGuard(RequestDelegate next)
{
    private static readonly string[] Secrets = ["password", "code"];

    public async Task InvokeAsync(HttpContext http, Texts texts, IAntiforgery antiforgery)
    {
        var isForEveryone = http.GetEndpoint()?.Metadata.GetMetadata<Rule>() is { Scope: Scope.Everyone };
        if (isForEveryone)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } judged)
        {
            await next(http);
            return;
        }

        switch (judged.Error?.InnerException)
        {
            // What the reader cannot make letters of; a limit it met has no cause of its own.
            case InvalidDataException { InnerException: not null }:
                await NoticePage.Show(new Notice(texts["access.form.wrong.title"], texts["access.form.wrong.text"]), StatusCodes.Status400BadRequest).ExecuteAsync(http);
                return;
            case InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
        }

        // From here on the judgement is made here; a form that is judged invalid could not even be read.
        http.Features.Set<IAntiforgeryValidationFeature>(new JudgedHere());
        if (isForEveryone && await antiforgery.IsRequestValidAsync(http))
        {
            await next(http);
        }
        else if (IsFromElsewhere(http.Request) || !IsForPeople(http.Request) || !http.Request.HasFormContentType || await http.Request.ReadFormAsync(http.RequestAborted) is not { Count: > 0 } posted
            || posted.Keys.Any(key => Secrets.Contains(key, StringComparer.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            await Typed.Show(http, posted, texts);
        }
    }

    private static bool IsForPeople(HttpRequest request) => request.Headers.Accept.Count == 0 || request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true || a is "*/*");

    /// <summary>Browsers tell where a form that is sent was opened.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var (origin, site) = (request.Headers.Origin.ToString(), request.Headers["Sec-Fetch-Site"].ToString());
        return (site.Length > 0 && site is not ("same-origin" or "none"))
            || (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private sealed class JudgedHere : IAntiforgeryValidationFeature
    {
        public bool IsValid => true;

        public Exception? Error => null;
    }
}

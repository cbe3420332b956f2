using Microsoft.AspNetCore.Http.Features;

namespace Mestring.Web.Access;

/// <summary>A HEAD is answered as the GET it asks about, without a body: whoever checks a link, or keeps watch over the site, sees the status a person would.</summary>
internal sealed class AnswerHead(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Request.Method = HttpMethods.Get;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
        try
        {
            await next(http);
        }
        finally
        {
            http.Features.Set(body);
            http.Request.Method = HttpMethods.Head;
        }
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Mestring.Web.Tests;

/// <summary>What came back: status, headers that matter, and the page.</summary>
internal sealed record Reply(HttpStatusCode Status, string? Location, string? ContentType, byte[] Body, IHtmlDocument Page, string? Policy)
{
    public string Text => Page.QuerySelector("main")?.TextContent ?? Page.DocumentElement.TextContent;

    /// <summary>Blanks that do not break read as blanks, so that a test can write what a person sees.</summary>
    private static string Plain(string html) =>
        html.Replace("&#xA0;", " ", StringComparison.Ordinal).Replace("&#x202F;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public string? ErrorOf(string field) => Page.GetElementById($"{field}-error")?.TextContent;

    public static async Task<Reply> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var html = type is "text/html" ? await new HtmlParser().ParseDocumentAsync(Plain(System.Text.Encoding.UTF8.GetString(body))) : await new HtmlParser().ParseDocumentAsync(string.Empty);
        var location = response.Headers.Location is { IsAbsoluteUri: true } uri ? uri.PathAndQuery : response.Headers.Location?.OriginalString;
        return new Reply(response.StatusCode, location, type, body, html, response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.First() : null);
    }
}

using Mestring.Core;

namespace Mestring.Web.Design;

/// <summary>The language of this request.</summary>
public sealed class Speech
{
    public const string CookieName = "mestring-language";

    public const string QueryName = "language";

    public Language Language { get; set; }

    /// <summary>The language an address asks for, as a leader reads an invitation in all three; null when it asks for none.</summary>
    public static Language? Asked(HttpRequest request) => Texts.Parse(request.Query[QueryName]);

    /// <summary>The cookie if there is one; else the first of the browser's languages that we speak; else bokmål.</summary>
    public static Language Of(HttpRequest request)
    {
        if (Texts.Parse(request.Cookies[CookieName]) is { } chosen)
        {
            return chosen;
        }

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Texts.Parse(l.Value.ToString().Split('-')[0].ToLowerInvariant()));
        return wanted.FirstOrDefault(l => l is not null) ?? Language.Nb;
    }
}

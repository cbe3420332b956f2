using System.Diagnostics;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Mestring.Web.Access;

/// <summary>The one place where what went wrong becomes a page (or, for machines, problem details) with a code to look for in the log.</summary>
internal static class Failures
{
    public static readonly ExceptionHandlerOptions Handle = new()
    {
        ExceptionHandler = http => Answer(http, StatusOf(http.Features.Get<IExceptionHandlerFeature>()?.Error)),
        StatusCodeSelector = StatusOf,
    };

    private static int StatusOf(Exception? e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when IsAway(e) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether the database does not answer, or can write no more; with the busy answer of SQLite, the same request may well succeed in a moment.</summary>
    private static bool IsAway(Exception? e) => e switch
    {
        null => false,
        Microsoft.Data.Sqlite.SqliteException sqlite => AwayCodes.Contains(sqlite.SqliteErrorCode),
        Npgsql.PostgresException postgres => postgres.SqlState is ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or "25006",
        Npgsql.NpgsqlException => true,
        _ => IsAway(e.InnerException),
    };

    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.</summary>
    private static readonly int[] AwayCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>Gives an answer without a body (404, 400 …) one that a person can read.</summary>
    public static Task Explain(StatusCodeContext context) => Answer(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static Task Answer(HttpContext http, int status)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var code = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        if (!http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html") && http.Request.Headers.Accept.Count > 0 && http.Request.Headers.Accept != "*/*")
        {
            return Results.Problem(statusCode: status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["traceId"] = code }).ExecuteAsync(http);
        }

        var notice = status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => new Notice(texts["design.not-found.title"], texts["design.not-found.text"]),
            StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType => new Notice(texts["design.expired.title"], texts["design.expired.text"]),
            StatusCodes.Status503ServiceUnavailable => new Notice(texts["access.away.title"], texts["access.away.text", code]),
            StatusCodes.Status413PayloadTooLarge => new Notice(texts["design.too-large.title"], texts["design.too-large.text"]),
            _ => new Notice(texts["design.failed.title"], texts["design.failed.text", code]),
        };
        return NoticePage.Show(notice, status).ExecuteAsync(http);
    }
}

using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>
/// Sees to it that no answer shows a course without a line in the trail: also a form that was refused, and shows what is stored beside what was typed.
/// Pages note what they show themselves; where one has not, it is noted here before the first byte leaves, and without the note nothing leaves.
/// </summary>
internal static class ReadTrail
{
    private const string Course = "/cases/{id:guid}";

    public static void Guard(HttpContext http, MunicipalityCode municipality)
    {
        if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } && route.Contains(Course, StringComparison.Ordinal)
            && Guid.TryParse(http.Request.RouteValues["id"] as string, out var course) && http.Request.RouteValues["slug"] is string network)
        {
            http.Response.OnStarting(() => Shows(http.Response.StatusCode) ? Note(http, course, municipality, network) : Task.CompletedTask);
        }
    }

    private static bool Shows(int status) => status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity;

    private static async Task Note(HttpContext http, Guid course, MunicipalityCode municipality, string network)
    {
        var audit = http.RequestServices.GetRequiredService<Audit>();
        if (audit.HasNotedRead(course))
        {
            return;
        }

        // A database of its own: what a refused form has touched in the request's must not be saved with it.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MestringDb>();
        db.Audit.Add(audit.Entry(Audit.ReadCase, Audit.Subject(course), municipality, network));
        await db.SaveChangesAsync(http.RequestAborted);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>
/// The municipality's own trail: who did what, when, and what it was before and after. What stood in a course is not shown here but in the
/// course's history, which takes a second factor and notes who read it.
/// </summary>
public static class Log
{
    private const int PageLength = 50;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/log", Show).ForMunicipality(Role.Coordinator);

    private static async Task<RazorComponentResult> Show(MunicipalityCode municipality, int? page, Texts texts, MestringDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var entries = await db.Audit.AsNoTracking().Where(a => a.Municipality == municipality).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Skip((number - 1) * PageLength).Take(PageLength + 1)
            .Select(a => new Found(
                a.At, a.PersonName, a.Action, a.Network, a.Subject,
                a.Subject.StartsWith(Audit.Courses) ? null : a.Before, a.Subject.StartsWith(Audit.Courses) ? null : a.After, a.Before != null || a.After != null)).ToListAsync(ct);
        return LogPage.Show(new View(
            municipality, await MunicipalityNames.Own(db, ct), number, entries.Count > PageLength,
            [.. entries.Take(PageLength).Select(e => new Entry(e.At, e.PersonName, Action(e.Action, texts), e.Subject, Values(e.Before, texts), Values(e.After, texts), History(municipality, e)))]));
    }

    /// <summary>Where the values of a course are read; null for other entries, and where nothing is kept.</summary>
    private static string? History(MunicipalityCode municipality, Found entry) =>
        entry.HasValues && Audit.Course(entry.Subject) is { } course ? $"/m/{municipality}/{entry.Network}/cases/{course}/history" : null;

    /// <summary>An action that nobody has put in words is shown by its name.</summary>
    private static string Action(string action, Texts texts) => Texts.Has($"access.action.{action}") ? texts[$"access.action.{action}"]
        : Texts.Has($"cases.did.{action}") ? texts[$"cases.did.{action}"]
        : action;

    private static IReadOnlyList<Value> Values(string? json, Texts texts)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Object
            ? [.. document.RootElement.EnumerateObject().Select(p => p.Value.ValueKind is JsonValueKind.String ? new Value(texts.Field(p.Name), texts.Value(p.Name, p.Value.GetString())) : new Value(p.Name, JsonSerializer.Serialize(p.Value, Readable)))]
            : [new Value(string.Empty, JsonSerializer.Serialize(document.RootElement, Readable))];
    }

    public sealed record View(MunicipalityCode Municipality, string Name, int Page, bool HasMore, IReadOnlyList<Entry> Entries);

    /// <param name="History">Where what stood in a course is read; null for other entries.</param>
    public sealed record Entry(DateTimeOffset At, string Person, string Action, string Subject, IReadOnlyList<Value> Before, IReadOnlyList<Value> After, string? History);

    public sealed record Value(string Name, string Text);

    private sealed record Found(DateTimeOffset At, string PersonName, string Action, string Network, string Subject, string? Before, string? After, bool HasValues);
}

using Mestring.Core.Networks;
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

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/log", Show).ForMunicipality(Role.Coordinator);

    private static async Task<RazorComponentResult> Show(MunicipalityCode municipality, int? page, Texts texts, Visitor visitor, MestringDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var entries = await db.Audit.AsNoTracking().Where(a => a.Municipality == municipality).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Skip((number - 1) * PageLength).Take(PageLength + 1)
            .Select(a => new Found(
                a.At, a.PersonName, a.Action, a.Network, a.Subject,
                a.Subject.StartsWith(Audit.Courses) ? null : a.Before, a.Subject.StartsWith(Audit.Courses) ? null : a.After, a.Before != null || a.After != null)).ToListAsync(ct);
        var names = await NamesOf(municipality, entries, visitor, texts, db, ct);
        LogWords Words(Found entry) => new(names.Definitions.GetValueOrDefault(entry.Network), texts);
        return LogPage.Show(new View(
            municipality, await MunicipalityNames.Own(db, ct), number, entries.Count > PageLength,
            [.. entries.Take(PageLength).Select(e => new Entry(e.At, e.PersonName, Action(e.Action, texts), About(e, names), Words(e).Values(e.Before), Words(e).Values(e.After), History(municipality, e)))]));
    }

    /// <summary>Where the values of a course are read; null for other entries, and where nothing is kept.</summary>
    private static string? History(MunicipalityCode municipality, Found entry) =>
        entry.HasValues && Audit.Course(entry.Subject) is { } course ? $"/m/{municipality}/{entry.Network}/cases/{course}/history" : null;

    /// <summary>An action that nobody has put in words is told as a change; a test sees to it that there is none.</summary>
    private static string Action(string action, Texts texts) => Texts.Has($"access.action.{action}") ? texts[$"access.action.{action}"]
        : Texts.Has($"cases.did.{action}") ? texts[$"cases.did.{action}"]
        : texts["access.action.other-change"];

    /// <summary>What an entry is about, in words: a network, a year, a person, or a course by its pseudonym for whoever may see it.</summary>
    private static string About(Found entry, Names names)
    {
        var parts = entry.Subject.Split('/');
        var network = names.Networks.GetValueOrDefault(entry.Network, string.Empty);
        return parts switch
        {
            ["person", var id, ..] when Guid.TryParse(id, out var person) => names.People.GetValueOrDefault(person, string.Empty),
            ["case", var id, ..] when Guid.TryParse(id, out var course) => names.Cases.GetValueOrDefault(course, network),
            ["delivery", _, var year] => network.Length > 0 ? $"{network}, {year}" : year,
            _ => network,
        };
    }

    private static async Task<Names> NamesOf(MunicipalityCode municipality, IReadOnlyList<Found> entries, Visitor visitor, Texts texts, MestringDb db, CancellationToken ct)
    {
        var slugs = entries.Select(e => e.Network).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var people = entries.Select(e => e.Subject.Split('/')).Where(p => p is ["person", _, ..]).Select(p => Guid.TryParse(p[1], out var id) ? id : default).Distinct().ToArray();
        var cases = entries.Select(e => Audit.Course(e.Subject)).OfType<Guid>().Distinct().ToArray();
        var definitions = (await db.Networks.AsNoTracking().Where(n => slugs.Contains(n.Slug)).OrderBy(n => n.Slug).Select(n => new { n.Slug, n.Definition }).ToListAsync(ct))
            .ToDictionary(n => n.Slug, n => Definitions.Of(n.Slug, n.Definition), StringComparer.Ordinal);
        return new Names(
            definitions,
            definitions.ToDictionary(d => d.Key, d => d.Value.Terms.Name[texts.Language], StringComparer.Ordinal),
            people.Length == 0 ? [] : await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            // A pseudonym is part of a course: it takes a second factor, as the course does.
            cases.Length == 0 || !visitor.GaveSecondFactor ? [] : await db.Cases.AsNoTracking().Where(c => c.Municipality == municipality && cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Pseudonym, ct));
    }

    public sealed record View(MunicipalityCode Municipality, string Name, int Page, bool HasMore, IReadOnlyList<Entry> Entries);

    /// <param name="History">Where what stood in a course is read; null for other entries.</param>
    public sealed record Entry(DateTimeOffset At, string Person, string Action, string Subject, IReadOnlyList<Value> Before, IReadOnlyList<Value> After, string? History);

    public sealed record Value(string Name, string Text);

    private sealed record Names(
        IReadOnlyDictionary<string, NetworkDefinition> Definitions, IReadOnlyDictionary<string, string> Networks, IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, string> Cases);

    private sealed record Found(DateTimeOffset At, string PersonName, string Action, string Network, string Subject, string? Before, string? After, bool HasValues);
}

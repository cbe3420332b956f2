using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.FollowUps;

/// <summary>
/// What the courses of a municipality wait for in one network: what should have been done, what can be done now, what lacks a reason, what
/// comes, by team and person. A network that has ended keeps its list until the last window has closed. The database filters, counts and pages.
/// </summary>
public static class FollowUpList
{
    internal const string Route = "/m/{municipality}/{slug}/follow-ups";

    private const int PageSize = 50;
    private const int MostTeams = 200;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers();
        app.MapPost($"{Route}/digest", ChooseDigest).ForCaseWorkers();
    }

    private static async Task<RazorComponentResult> Open([AsParameters] FollowUpCall call, string? show, string? team, string? person, int? page) =>
        await Show(call, new Choice(Read(show), One(team), One(person)), page ?? 1, null);

    /// <param name="call">The request.</param>
    /// <param name="choice">Which of them are shown.</param>
    /// <param name="page">From 1.</param>
    /// <param name="feed">The address of a calendar that was just made; shown this once.</param>
    internal static async Task<RazorComponentResult> Show(FollowUpCall call, Choice choice, int page, string? feed)
    {
        var (db, today, ct) = (call.Db, call.Clock.Today(), call.Ct);
        var (definition, hasEnded, isClosed) = (call.Member.Definition, call.Member.State is NetworkState.Ended, call.Member.Registration(today) is Registration.Closed);
        var waiting = FollowUp.Of(db, today, call.Slug).Where(_ => !isClosed);
        var owners = (await waiting.Select(w => new { w.Team, w.Person }).Distinct().OrderBy(o => o.Team).ThenBy(o => o.Person).Take(MostTeams).ToListAsync(ct)).Select(o => new Owner(o.Team, o.Person)).OrderBy(o => o.Team, Texts.NameOrder).ThenBy(o => o.Person, Texts.NameOrder).ToList();
        var chosen = waiting.Where(w => (choice.Team == null || w.Team == choice.Team) && (choice.Person == null || w.Person == choice.Person));
        var counts = await chosen.GroupBy(w => w.Standing).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var shown = choice.Show is { } standing ? chosen.Where(w => w.Standing == standing) : chosen.Where(w => w.Standing <= FollowUpStanding.Missed);
        var found = counts.Where(c => choice.Show is { } one ? c.Key == one : c.Key <= FollowUpStanding.Missed).Sum(c => c.Value);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var number = Math.Clamp(page, 1, pages);
        var rows = await shown.OrderBy(w => w.Team).ThenBy(w => w.Person).ThenBy(w => w.Due).ThenBy(w => w.Pseudonym).ThenBy(w => w.Kind)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var last = hasEnded ? await db.FollowUps.Where(f => f.Network == call.Slug && f.Closes >= today && !isClosed).MaxAsync(f => (DateOnly?)f.Closes, ct) : null;
        var mine = await (
            from p in db.Persons.AsNoTracking()
            where p.Id == call.Visitor.PersonId
            select new { p.NoDigest, Feed = db.CalendarFeeds.Where(f => f.Network == call.Slug && f.PersonId == p.Id).Select(f => (DateTimeOffset?)f.CreatedAt).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        await call.Audit.NoteList("list-follow-ups", call.Municipality, call.Slug, rows.Count, ct);
        return FollowUpListPage.Show(new View(
            call.Address, $"/m/{call.Municipality}/{call.Slug}/cases", definition.Terms.Name, hasEnded, last, today, choice, owners, counts, found,
            [.. rows.GroupBy(w => new Owner(w.Team, w.Person)).OrderBy(g => g.Key.Team, Texts.NameOrder).ThenBy(g => g.Key.Person, Texts.NameOrder).Select(g => (g.Key, (IReadOnlyList<FollowUp>)[.. g]))],
            number, pages, mine?.Feed, feed, mine?.NoDigest is false));
    }

    private static async Task<RedirectHttpResult> ChooseDigest([AsParameters] FollowUpCall call, IFormCollection posted)
    {
        var no = !new Form(call.Texts, posted).IsTicked("digest");
        var id = call.Visitor.PersonId;
        await call.Db.Persons.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.NoDigest, no), call.Ct);
        return TypedResults.Redirect($"{call.Address}#mail");
    }

    /// <summary>The form sends a star for "all"; empty is those without.</summary>
    private static string? One(string? chosen) => chosen is "*" ? null : chosen;

    /// <summary>Null, which is everything somebody can do something about today, unless a standing is asked for.</summary>
    private static FollowUpStanding? Read(string? show) => Enum.TryParse<FollowUpStanding>(show, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null;

    /// <param name="Show">How they stand; null for everything somebody can do something about today.</param>
    /// <param name="Team">One team, empty for those without; null for all.</param>
    /// <param name="Person">One person, empty for those without; null for all.</param>
    public sealed record Choice(FollowUpStanding? Show, string? Team, string? Person)
    {
        public string Query(FollowUpStanding? show, int page = 1) =>
            $"?show={Name(show)}{Part("team", Team)}{Part("person", Person)}{(page == 1 ? null : $"&page={page}")}";

        public static string Name(FollowUpStanding? show) => show is { } standing ? standing.ToString().ToLowerInvariant() : "now";

        private static string? Part(string name, string? value) => value is null ? null : $"&{name}={Uri.EscapeDataString(value)}";
    }

    public sealed record Owner(string Team, string Person);

    /// <param name="LastDay">The last day a measurement counts, in a network that has ended.</param>
    /// <param name="Counts">How many stand how; those with none are left out.</param>
    /// <param name="Found">How many are chosen.</param>
    /// <param name="FeedSince">When this person's calendar was made; null when there is none.</param>
    /// <param name="Feed">The address of a calendar that was just made.</param>
    public sealed record View(
        string Address, string Cases, LocalizedText Network, bool HasEnded, DateOnly? LastDay, DateOnly Today, Choice Choice, IReadOnlyList<Owner> Owners,
        IReadOnlyDictionary<FollowUpStanding, int> Counts, int Found, IReadOnlyList<(Owner Owner, IReadOnlyList<FollowUp> FollowUps)> Groups, int Page, int Pages,
        DateTimeOffset? FeedSince, string? Feed, bool WantsDigest)
    {
        /// <summary>How many stand so; for null how many somebody can do something about today.</summary>
        public int Count(FollowUpStanding? standing) => standing is { } one ? Counts.GetValueOrDefault(one) : Counts.Where(c => c.Key <= FollowUpStanding.Missed).Sum(c => c.Value);
    }
}

using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.FollowUps;

/// <summary>
/// What the courses of a municipality wait for in one network: what should have been done, what can be done now, what comes, by team and
/// person. A network that has ended keeps its list until the last window has closed. The database filters, counts and pages.
/// </summary>
public static class FollowUpList
{
    internal const string Route = "/m/{municipality}/{slug}/follow-ups";

    /// <summary>How far ahead "coming" looks.</summary>
    internal const int DaysAhead = 28;

    private const int PageSize = 50;
    private const int MostTeams = 200;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers();
        app.MapPost($"{Route}/digest", ChooseDigest).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] FollowUpCall call, string? show, string? team, string? person, int? page) =>
        await Show(call, new Choice(Read(show), One(team), One(person)), page ?? 1, null);

    /// <param name="call">The request.</param>
    /// <param name="choice">Which of them are shown.</param>
    /// <param name="page">From 1.</param>
    /// <param name="feed">The address of a calendar that was just made; shown this once.</param>
    internal static async Task<Results<RazorComponentResult, NotFound>> Show(FollowUpCall call, Choice choice, int page, string? feed)
    {
        var (db, today, ct) = (call.Db, call.Clock.Today(), call.Ct);
        var (definition, hasEnded) = (call.Member.Definition, call.Member.State is NetworkState.Ended);
        if (!definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var waiting = Waiting(db, call.Slug, today);
        var owners = (await waiting.Select(w => new { w.Team, w.Person }).Distinct().OrderBy(o => o.Team).ThenBy(o => o.Person).Take(MostTeams).ToListAsync(ct)).ConvertAll(o => new Owner(o.Team, o.Person));
        var chosen = waiting.Where(w => (choice.Team == null || w.Team == choice.Team) && (choice.Person == null || w.Person == choice.Person));
        var counts = await Counts(chosen, today, ct);
        var shown = Of(chosen, choice.Show, today);
        var found = counts[choice.Show];
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var number = Math.Clamp(page, 1, pages);
        var rows = await shown.OrderBy(w => w.Team).ThenBy(w => w.Person).ThenBy(w => w.Due).ThenBy(w => w.Pseudonym).ThenBy(w => w.Point)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var last = hasEnded ? await waiting.MaxAsync(w => (DateOnly?)w.Closes, ct) : null;
        var mine = await (
            from p in db.Persons.AsNoTracking()
            where p.Id == call.Visitor.PersonId
            select new { p.NoDigest, Feed = db.CalendarFeeds.Where(f => f.Network == call.Slug && f.PersonId == p.Id).Select(f => (DateTimeOffset?)f.CreatedAt).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        return FollowUpListPage.Show(new View(
            call.Address, $"/m/{call.Municipality}/{call.Slug}/cases", definition.Terms.Name, hasEnded, last, today, choice, owners, counts,
            [.. rows.GroupBy(w => new Owner(w.Team, w.Person)).Select(g => (g.Key, (IReadOnlyList<FollowUp>)[.. g]))],
            number, pages, mine?.Feed, feed, mine?.NoDigest is false));
    }

    /// <summary>Everything that is waited for and still counts.</summary>
    internal static IQueryable<FollowUp> Waiting(MestringDb db, string network, DateOnly today) =>
        from f in db.FollowUps.AsNoTracking()
        join c in db.Cases.AsNoTracking() on f.CaseId equals c.Id
        where f.Network == network && f.Closes >= today
        select new FollowUp { CaseId = f.CaseId, Pseudonym = c.Pseudonym, Team = c.Unit, Person = c.Responsible, Point = f.Point, Opens = f.Opens, Due = f.Due, Closes = f.Closes };

    private static IQueryable<FollowUp> Of(IQueryable<FollowUp> waiting, Standing standing, DateOnly today)
    {
        var soon = today.AddDays(DaysAhead);
        return standing switch
        {
            Standing.Overdue => waiting.Where(w => w.Due < today),
            Standing.Due => waiting.Where(w => w.Opens <= today && w.Due >= today),
            Standing.Coming => waiting.Where(w => w.Opens > today && w.Opens <= soon),
            Standing.Later => waiting.Where(w => w.Opens > soon),
            _ => waiting.Where(w => w.Opens <= today),
        };
    }

    /// <summary>All counts in one SQL command.</summary>
    private static async Task<IReadOnlyDictionary<Standing, int>> Counts(IQueryable<FollowUp> waiting, DateOnly today, CancellationToken ct)
    {
        var soon = today.AddDays(DaysAhead);
        var counted = await waiting.GroupBy(_ => 1).Select(g => new
        {
            Overdue = g.Count(w => w.Due < today),
            Due = g.Count(w => w.Opens <= today && w.Due >= today),
            Coming = g.Count(w => w.Opens > today && w.Opens <= soon),
            Later = g.Count(w => w.Opens > soon),
        }).SingleOrDefaultAsync(ct);
        return new Dictionary<Standing, int>
        {
            [Standing.Now] = (counted?.Overdue ?? 0) + (counted?.Due ?? 0),
            [Standing.Overdue] = counted?.Overdue ?? 0,
            [Standing.Due] = counted?.Due ?? 0,
            [Standing.Coming] = counted?.Coming ?? 0,
            [Standing.Later] = counted?.Later ?? 0,
        };
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

    private static Standing Read(string? show) => Enum.TryParse<Standing>(show, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : Standing.Now;

    /// <summary>How a measurement that is waited for stands.</summary>
    public enum Standing
    {
        /// <summary>Can be done today, overdue or not.</summary>
        Now,

        /// <summary>The day has passed, but it still counts.</summary>
        Overdue,

        /// <summary>The window is open and the day has not passed.</summary>
        Due,

        /// <summary>The window opens within four weeks.</summary>
        Coming,

        /// <summary>The window opens later than that.</summary>
        Later,
    }

    /// <param name="Show">How they stand.</param>
    /// <param name="Team">One team, empty for those without; null for all.</param>
    /// <param name="Person">One person, empty for those without; null for all.</param>
    public sealed record Choice(Standing Show, string? Team, string? Person)
    {
        public string Query(Standing show, int page = 1) =>
            $"?show={show.ToString().ToLowerInvariant()}{Part("team", Team)}{Part("person", Person)}{(page == 1 ? null : $"&page={page}")}";

        private static string? Part(string name, string? value) => value is null ? null : $"&{name}={Uri.EscapeDataString(value)}";
    }

    public sealed record Owner(string Team, string Person);

    /// <summary>One measurement of one course.</summary>
    public sealed record FollowUp
    {
        public Guid CaseId { get; init; }

        public string Pseudonym { get; init; } = "";

        public string Team { get; init; } = "";

        public string Person { get; init; } = "";

        public MeasurementPoint Point { get; init; }

        public DateOnly Opens { get; init; }

        public DateOnly Due { get; init; }

        public DateOnly Closes { get; init; }

        public Standing On(DateOnly day) => (Opens <= day, Due < day) switch
        {
            (_, true) => Standing.Overdue,
            (true, _) => Standing.Due,
            _ => Opens <= day.AddDays(DaysAhead) ? Standing.Coming : Standing.Later,
        };
    }

    /// <param name="LastDay">The last day anything counts, in a network that has ended.</param>
    /// <param name="FeedSince">When this person's calendar was made; null when there is none.</param>
    /// <param name="Feed">The address of a calendar that was just made.</param>
    public sealed record View(
        string Address, string Cases, LocalizedText Network, bool HasEnded, DateOnly? LastDay, DateOnly Today, Choice Choice, IReadOnlyList<Owner> Owners,
        IReadOnlyDictionary<Standing, int> Counts, IReadOnlyList<(Owner Owner, IReadOnlyList<FollowUp> FollowUps)> Groups, int Page, int Pages,
        DateTimeOffset? FeedSince, string? Feed, bool WantsDigest);
}

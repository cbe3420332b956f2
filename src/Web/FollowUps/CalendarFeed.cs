using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Formats.Calendar;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.FollowUps;

/// <summary>
/// The days something should be followed up, for a calendar program to fetch. Whoever holds the address may read it, so it says how many and nothing
/// more: no pseudonym, no name. It works only while the person who made it works with courses there.
/// </summary>
public static class CalendarFeed
{
    private const int DaysBack = 60;
    private const int MostDays = 1000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/calendar/{token}.ics", Read).ForEveryone();
        app.MapPost($"{FollowUpList.Route}/calendar", Make).ForCaseWorkers();
        app.MapPost($"{FollowUpList.Route}/calendar/revoke", Revoke).ForCaseWorkers();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Read(string token, SiteAddress site, HttpContext http, MestringDb db, Tenant tenant, TimeProvider clock, CancellationToken ct)
    {
        var hash = Sessions.Hash(token);
        var found = await (
            from f in db.CalendarFeeds.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter])
            join person in db.Persons.AsNoTracking() on f.PersonId equals person.Id
            join enrolment in db.Enrolments.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]) on new { f.Municipality, f.Network } equals new { enrolment.Municipality, enrolment.Network }
            join network in db.Networks.AsNoTracking() on f.Network equals network.Slug
            where f.TokenHash == hash && person.DisabledAt == null && enrolment.State == EnrolmentState.Confirmed
                && db.PersonRoles.Any(r => r.PersonId == f.PersonId && r.Municipality == f.Municipality && Rules.CaseWorkers.Contains(r.Role))
            select new { f.Municipality, f.Network, person.Language, network.Definition, network.State }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        tenant.Municipality = found.Municipality;
        var today = clock.Today();
        var from = today.AddDays(-DaysBack);
        var isClosed = Definitions.Of(found.Network, found.Definition).Registration(found.State, today) is Registration.Closed;
        var days = await FollowUp.Counted(db, today, found.Network).Where(f => (f.Due >= from || f.Standing <= FollowUpStanding.Missed) && !isClosed)
            .GroupBy(f => f.Due).Select(g => new { Day = g.Key, Count = g.Count() }).OrderBy(d => d.Day).Take(MostDays).ToListAsync(ct);
        var texts = new Texts(Texts.Parse(found.Language) ?? Language.Nb);
        var address = new Uri(site.Of($"/m/{found.Municipality}/{found.Network}/follow-ups"));

        // The day and the address of the calendar name an event: fetched again, it is replaced.
        var events = days.Select(d => new CalendarEvent($"{d.Day:yyyyMMdd}-{hash[..16]}@mestring", d.Day, texts.Count("follow-ups.calendar.event", d.Count), Address: address));
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.File(CalendarWriter.Write(texts["follow-ups.calendar.name"], events, clock.GetUtcNow()), CalendarWriter.MediaType);
    }

    /// <summary>A new address; an older one of the same person stops working.</summary>
    private static async Task<Results<RazorComponentResult, NotFound>> Make([AsParameters] FollowUpCall call, SiteAddress site, IFormCollection posted)
    {
        _ = posted;
        var (db, person, now, token) = (call.Db, call.Visitor.PersonId!.Value, call.Clock.GetUtcNow(), Sessions.NewToken());
        await db.CalendarFeeds.Where(f => f.Network == call.Slug && f.PersonId == person).ExecuteDeleteAsync(call.Ct);
        db.CalendarFeeds.Add(new CalendarFeedRow { Municipality = call.Municipality, Network = call.Slug, PersonId = person, TokenHash = Sessions.Hash(token), CreatedAt = now });
        call.Audit.Note("make-calendar", $"person/{person}", call.Municipality, call.Slug);
        await db.SaveChangesAsync(call.Ct);
        return await FollowUpList.Show(call, new FollowUpList.Choice(null, null, null), 1, site.Of($"/calendar/{token}.ics"));
    }

    private static async Task<RedirectHttpResult> Revoke([AsParameters] FollowUpCall call, IFormCollection posted)
    {
        _ = posted;
        var person = call.Visitor.PersonId!.Value;
        if (await call.Db.CalendarFeeds.Where(f => f.Network == call.Slug && f.PersonId == person).ExecuteDeleteAsync(call.Ct) > 0)
        {
            call.Audit.Note("revoke-calendar", $"person/{person}", call.Municipality, call.Slug);
            await call.Db.SaveChangesAsync(call.Ct);
        }

        return TypedResults.Redirect($"{call.Address}#calendar");
    }
}

using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Retention;

/// <summary>How long courses are kept: those kept as long as the programme says, deleted by one action; everything the municipality wrote, at the end of the agreement; and the receipts.</summary>
public static class KeptCourses
{
    private const string Route = "/m/{municipality}/{slug}/retention";
    private const int PageSize = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ([AsParameters] Call call) => Show(call, new Form(call.Texts))).ForKeepers();
        app.MapPost($"{Route}/past", DeletePast).ForKeepers();
        app.MapPost($"{Route}/all", DeleteAll).ForKeepers();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> DeletePast([AsParameters] Call call, IFormCollection posted)
    {
        var form = new Form(call.Texts, posted);
        var from = call.Member.Definition.Programme.KeepsCoursesFrom(call.Clock.Today());
        var ids = await Past(call, from).Select(c => c.Id).ToListAsync(call.Ct);

        // The person agreed to a number of courses; another number is another decision.
        if (ids.Count != form.Version)
        {
            form.Refuse("past", call.Texts["retention.past.changed"]);
            return await Show(call, form);
        }

        return await Delete(call, ids, DeletionKind.Retention);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> DeleteAll([AsParameters] Call call, IFormCollection posted)
    {
        var form = new Form(call.Texts, posted);
        var typed = form.Text("name", call.Texts["retention.all.missing", call.Slug]);
        if (form.IsValid && !string.Equals(typed, call.Slug, StringComparison.OrdinalIgnoreCase))
        {
            form.Refuse("name", call.Texts["retention.all.other", typed, call.Slug]);
        }

        return form.IsValid
            ? await Delete(call, await call.Db.Cases.Where(c => c.Network == call.Slug).Select(c => c.Id).ToListAsync(call.Ct), DeletionKind.Network)
            : await Show(call, form);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Delete(Call call, List<Guid> ids, DeletionKind kind)
    {
        call.Audit.Note("delete-cases", $"network/{call.Slug}", call.Municipality, call.Slug);
        return await Eraser.Delete(call.Db, call.Visitor, call.Municipality, call.Slug, ids, kind, call.Clock.GetUtcNow(), call.Ct) is { } receipt
            ? TypedResults.Redirect($"/m/{call.Municipality}/receipts/{receipt.Id}")
            : TypedResults.Redirect(call.Address);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Show(Call call, Form form)
    {
        var (db, ct) = (call.Db, call.Ct);
        var membership = call.Member;
        var programme = membership.Definition.Programme;
        var past = Past(call, programme.KeepsCoursesFrom(call.Clock.Today()));
        var found = await past.CountAsync(ct);
        var rows = await past.OrderBy(c => c.StartedOn).ThenBy(c => c.Pseudonym).Take(PageSize).Select(c => new Kept(c.Id, c.Pseudonym, c.StartedOn)).ToListAsync(ct);
        var drafts = $"/m/{call.Municipality}/{call.Slug}/";
        var all = await db.Enrolments.AsNoTracking().Where(e => e.Network == call.Slug).Select(e => new Written(
            db.Cases.Count(c => c.Network == call.Slug),
            db.Deliveries.Count(d => d.Network == call.Slug),
            db.PlanGoals.Count(g => g.Network == call.Slug),
            db.PlanActions.Count(a => db.PlanGoals.Any(g => g.Id == a.GoalId && g.Network == call.Slug)),
            db.HandIns.Count(h => h.Network == call.Slug),
            db.Intakes.Count(i => i.Network == call.Slug) + db.Prices.Count(p => p.Network == call.Slug),
            db.Drafts.Count(d => d.Path.StartsWith(drafts)),
            db.Imports.Count(i => i.Network == call.Slug) + db.CalendarFeeds.Count(f => f.Network == call.Slug))).SingleAsync(ct);
        var receipts = await db.DeletionReceipts.AsNoTracking().Where(r => r.Network == call.Slug).OrderByDescending(r => r.At).Take(PageSize).ToListAsync(ct);
        await call.Audit.NoteList("list-cases", call.Municipality, call.Slug, rows.Count, ct);
        return KeptCoursesPage.Show(
            new View(
                form, call.Address, $"/m/{call.Municipality}", membership.Name, membership.Definition.Terms.Name, call.Slug, programme.Features.RegistersCases, programme.RetentionMonths, found, rows, all,
                [.. receipts.Select(r => new Receipt(r.Id, r.At, r.PersonName, r.Kind.ToString(), r.Courses))]),
            form.Status);
    }

    private static IQueryable<CaseRow> Past(Call call, DateOnly? from) => call.Db.Cases.AsNoTracking().Where(c => c.Network == call.Slug && from != null && c.StartedOn < from);

    internal sealed record Call(MunicipalityCode Municipality, string Slug, Membership Member, MestringDb Db, Texts Texts, Audit Audit, Visitor Visitor, TimeProvider Clock, CancellationToken Ct)
    {
        public string Address => $"/m/{Municipality}/{Slug}/retention";
    }

    /// <param name="Months">How long the programme keeps a course after its last follow-up; null when it sets no limit.</param>
    /// <param name="Past">How many have been kept that long.</param>
    /// <param name="Rows">The first of them.</param>
    /// <param name="All">Everything the municipality has written in the network.</param>
    public sealed record View(
        Form Form, string Address, string Home, string Municipality, LocalizedText Network, string Slug, bool RegistersCases, int? Months, int Past, IReadOnlyList<Kept> Rows, Written All, IReadOnlyList<Receipt> Receipts);

    /// <param name="OwnFigures">Months of referrals, and prices.</param>
    /// <param name="Aids">Imports with their reports, and calendars.</param>
    public sealed record Written(int Courses, int Deliveries, int PlanGoals, int PlanMeasures, int HandIns, int OwnFigures, int Drafts, int Aids)
    {
        public bool IsAny => Courses + Deliveries + PlanGoals + HandIns + OwnFigures + Drafts + Aids > 0;
    }

    public sealed record Kept(Guid Id, string Pseudonym, DateOnly StartedOn);

    public sealed record Receipt(Guid Id, DateTimeOffset At, string By, string Kind, int Courses);
}

using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>One gathering: programme, place, who is registered, and how many came.</summary>
public static class GatheringDesk
{
    private const int Most = 500;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/gatherings/{number:int}", async Task<Results<RazorComponentResult, NotFound>> (string slug, int number, Texts texts, MestringDb db, CancellationToken ct) =>
            await Find(db, slug, number, ct) is (not null, not null) ? await Show(slug, number, new Form(texts), texts, db, ct) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/gatherings/{number:int}", Count).ForLeader();
    }

    private static async Task<(Run? Run, ScheduledGathering? Gathering)> Find(MestringDb db, string slug, int number, CancellationToken ct) =>
        await Run.Find(db, slug, ct) is { } run ? (run, run.Definition.Gatherings().FirstOrDefault(g => g.Gathering.Number == number)) : (null, null);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Count(
        string slug, int number, IFormCollection posted, Texts texts, MestringDb db, Audit audit, CancellationToken ct)
    {
        if (await Find(db, slug, number, ct) is not (not null, not null))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var members = (await Run.Enrolments(db, slug, ct)).Where(e => e.State is EnrolmentState.Confirmed).ToList();
        var rows = await Rows(db, slug, number).ToDictionaryAsync(a => a.Municipality, ct);
        foreach (var member in members)
        {
            var present = form.Whole($"present-{member.Municipality}", 0, Most, texts["gatherings.attendance.wrong", Most]);
            var politicians = form.Whole($"politicians-{member.Municipality}", 0, present ?? Most, texts["gatherings.attendance.politicians.wrong", present ?? 0]);
            var row = rows.GetValueOrDefault(member.Municipality);
            if (form.IsValid && present is { } came && (row?.Present != came || row.Politicians != (politicians ?? 0)))
            {
                Note(db, audit, row, new AttendanceRow { Municipality = member.Municipality, Network = slug, Gathering = number, Present = came, Politicians = politicians ?? 0, Version = 1 },
                    Seen(form, member.Municipality), form);
            }
        }

        if (form is { IsValid: true, IsConflict: false })
        {
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.Redirect($"/desk/{slug}/gatherings/{number}");
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var stored = await Rows(db, slug, number).ToDictionaryAsync(a => a.Municipality, a => a.Version, ct);
                if (members.TrueForAll(m => stored.GetValueOrDefault(m.Municipality) == Seen(form, m.Municipality)))
                {
                    throw;
                }

                form.RefuseAsConflict();
            }
        }

        db.ChangeTracker.Clear();
        return await Show(slug, number, form, texts, db, ct);
    }

    /// <summary>The version of a municipality's row that the person saw; 0 when there was none.</summary>
    private static int Seen(Form form, MunicipalityCode municipality) =>
        int.TryParse(form.Raw($"version-{municipality}"), System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private static void Note(MestringDb db, Audit audit, AttendanceRow? row, AttendanceRow counted, int seen, Form form)
    {
        if ((row?.Version ?? 0) != seen)
        {
            form.RefuseAsConflict();
            return;
        }

        audit.Note(
            "count-attendance", $"gathering/{counted.Gathering}", counted.Municipality, counted.Network,
            row is null ? null : new { present = row.Present, politicians = row.Politicians }, new { present = counted.Present, politicians = counted.Politicians });
        if (row is null)
        {
            db.Attendance.Add(counted);
            return;
        }

        (row.Present, row.Politicians) = (counted.Present, counted.Politicians);
        row.Version++;
    }

    private static IQueryable<AttendanceRow> Rows(MestringDb db, string slug, int number) =>
        db.Attendance.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(a => a.Network == slug && a.Gathering == number);

    private static async Task<RazorComponentResult> Show(string slug, int number, Form form, Texts texts, MestringDb db, CancellationToken ct)
    {
        var (run, scheduled) = await Find(db, slug, number, ct);
        var people = await Run.People(db, slug, ct);
        var rows = await Rows(db, slug, number).AsNoTracking().ToDictionaryAsync(a => a.Municipality, ct);
        var members = (await Run.Enrolments(db, slug, ct)).Where(e => e.State is EnrolmentState.Confirmed).Select(e =>
        {
            var row = rows.GetValueOrDefault(e.Municipality);
            return new Member(e.Municipality, e.MunicipalityName, Attending.Of(run!.Definition.Programme, number, people[e.Municipality], texts), row?.Present, row?.Politicians, row?.Version ?? 0);
        });
        return GatheringDeskPage.Show(
            new View(
                slug, run!.Name, scheduled!.Gathering, texts.When(scheduled.Plan.Dates), texts.Where(scheduled.Plan), scheduled.Plan.Mode,
                run.Definition.Programme.Attendance, form, [.. members]),
            form.Status);
    }

    public sealed record View(
        string Slug, LocalizedText Network, Gathering Gathering, string When, string Where, MeetingMode Mode, AttendanceAdvice Advice, Form Form, IReadOnlyList<Member> Members);

    public sealed record Member(MunicipalityCode Municipality, string Name, Attending Attending, int? Present, int? Politicians, int Version);
}

using System.Globalization;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Comparison;

/// <summary>How many were referred each month without a course being started: two numbers a month and nothing about single persons.</summary>
public static class Intake
{
    private const int MostMonths = 18;
    private const int MostPersons = 999;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/intake", Open).ForMunicipality(Role.Coordinator);
        app.MapPost("/m/{municipality}/{slug}/intake", Save).ForMunicipality(Role.Coordinator);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(string slug, Membership member, HttpRequest request, Drafts drafts, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var stored = await db.Intakes.AsNoTracking().Where(i => i.Network == slug).ToListAsync(ct);
        return Show(member, slug, stored, await drafts.Open(request, texts, Version(stored), ct), clock);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, HttpRequest request, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted) { Draft = Drafts.Of(request) };
        var stored = await db.Intakes.Where(i => i.Network == slug).ToListAsync(ct);
        var typed = Months(member, clock).ToDictionary(month => month, month => Read(form, month));
        if (!form.IsValid)
        {
            return Show(member, slug, stored, form, clock);
        }

        if (form.Version != Version(stored))
        {
            form.RefuseAsConflict();
            return Show(member, slug, stored, form, clock);
        }

        var before = Counts(stored);
        Write(db, typed, stored, row => (row.ChangedAt, row.Version) = (clock.GetUtcNow(), row.Version + 1), month => new IntakeRow { Municipality = municipality, Network = slug, Month = month });
        if (db.ChangeTracker.HasChanges())
        {
            audit.Note("change-intake", "intake", municipality, slug, before, Counts(stored));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var now = await db.Intakes.AsNoTracking().Where(i => i.Network == slug).ToListAsync(ct);
                if (Version(now) == form.Version)
                {
                    throw;
                }

                form.RefuseAsConflict();
                return Show(member, slug, now, form, clock);
            }
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/results");
    }

    /// <summary>Puts what was typed into the rows; a month left empty has none.</summary>
    private static void Write(
        MestringDb db, Dictionary<DateOnly, (int NotInTarget, int SaidNo)?> typed, List<IntakeRow> stored, Action<IntakeRow> touch, Func<DateOnly, IntakeRow> make)
    {
        foreach (var (month, counts) in typed)
        {
            var row = stored.Find(i => i.Month == month);
            if (counts is { } there && (row is null || (row.NotInTarget, row.SaidNo) != there))
            {
                if (row is null)
                {
                    row = db.Intakes.Add(make(month)).Entity;
                    stored.Add(row);
                }

                (row.NotInTarget, row.SaidNo) = there;
                touch(row);
            }
            else if (counts is null && row is not null)
            {
                db.Intakes.Remove(row);
                stored.Remove(row);
            }
        }
    }

    /// <summary>From the month of the first gathering to this one, newest first.</summary>
    private static IEnumerable<DateOnly> Months(Membership member, TimeProvider clock)
    {
        var (first, last) = (Monthly.Of(member.Definition.Starts()), Monthly.Of(clock.Today()));
        return Enumerable.Range(0, Math.Clamp(Monthly.Between(first, last) + 1, 1, MostMonths)).Select(i => last.AddMonths(-i));
    }

    private static (int NotInTarget, int SaidNo)? Read(Form form, DateOnly month)
    {
        var (not, no) = Fields(month);
        var (notInTarget, saidNo) = (form.Whole(not, 0, MostPersons, form.T["comparison.intake.number"]), form.Whole(no, 0, MostPersons, form.T["comparison.intake.number"]));
        if (form.Error(not) is null && form.Error(no) is null && notInTarget is null != saidNo is null)
        {
            form.Refuse(notInTarget is null ? not : no, form.T["comparison.intake.both"]);
        }

        return (notInTarget, saidNo) is ({ } one, { } other) ? (one, other) : null;
    }

    private static (string NotInTarget, string SaidNo) Fields(DateOnly month)
    {
        var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return ($"not-{name}", $"no-{name}");
    }

    /// <summary>A short sign of what is stored: it differs when any month does.</summary>
    private static int Version(IReadOnlyCollection<IntakeRow> stored) =>
        stored.OrderBy(i => i.Month).Aggregate(stored.Count, (sign, i) => unchecked((((((sign * 31) + i.Month.DayNumber) * 31) + i.NotInTarget) * 31) + i.SaidNo)) & int.MaxValue;

    private static Dictionary<string, string> Counts(IEnumerable<IntakeRow> rows) =>
        rows.OrderBy(i => i.Month).ToDictionary(i => i.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), i => $"{i.NotInTarget}+{i.SaidNo}", StringComparer.Ordinal);

    private static RazorComponentResult Show(Membership member, string slug, IReadOnlyCollection<IntakeRow> stored, Form form, TimeProvider clock) => IntakePage.Show(
        new View(
            form,
            $"/m/{member.Municipality}/{slug}/results",
            member.Name,
            $"/m/{member.Municipality}",
            Version(stored),
            [
                .. Months(member, clock).Select(month => (
                    Month: month, Row: stored.FirstOrDefault(i => i.Month == month), Names: Fields(month))).Select(m => new MonthRow(
                        m.Month, m.Names.NotInTarget, m.Names.SaidNo, m.Row?.NotInTarget.ToString(CultureInfo.InvariantCulture), m.Row?.SaidNo.ToString(CultureInfo.InvariantCulture))),
            ]),
        form.Status);

    public sealed record View(Form Form, string Results, string Place, string Home, int Version, IReadOnlyList<MonthRow> Months);

    /// <summary>One month: the names of its two fields and what stands in them.</summary>
    public sealed record MonthRow(DateOnly Month, string NotInTargetField, string SaidNoField, string? NotInTarget, string? SaidNo);
}

using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>A new course: the person under a pseudonym, and when it starts. The goals come on the next screen.</summary>
public static partial class StartCase
{
    private const string Route = "/m/{municipality}/{slug}/cases/new";
    private const int OldestYear = 1900;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers();
        app.MapPost(Route, Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(MunicipalityCode municipality, string slug, MestringDb db, Texts texts, Frame frame, TimeProvider clock, CancellationToken ct)
    {
        if (!await Registers(db, slug, ct))
        {
            return TypedResults.NotFound();
        }

        // Several are drawn and one command says which are taken.
        string[] drawn = [.. Enumerable.Range(0, 5).Select(_ => Pseudonym())];
        var taken = await db.Cases.Where(c => drawn.Contains(c.Pseudonym)).Select(c => c.Pseudonym).ToListAsync(ct);
        return Show(municipality, slug, new Form(texts), new CaseBasics { Pseudonym = drawn.Except(taken, StringComparer.Ordinal).First(), StartedOn = clock.Today() }, texts, frame, clock);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, MestringDb db, Texts texts, Audit audit, Frame frame, TimeProvider clock, CancellationToken ct)
    {
        if (!await Registers(db, slug, ct))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var basics = Read(form, texts, clock.Today());
        if (!form.IsValid)
        {
            return Show(municipality, slug, form, null, texts, frame, clock);
        }

        var id = form.Once(clock);
        var goals = $"/m/{municipality}/{slug}/cases/{id}/goals";
        if (await db.Cases.AnyAsync(c => c.Id == id, ct))
        {
            return TypedResults.Redirect(goals);
        }

        var row = new CaseRow { Municipality = municipality, Id = id, Network = slug, GoalInstrument = GoalInstrument.Psfs, CreatedAt = clock.GetUtcNow(), Version = 1 };
        basics!.Write(row);
        db.Cases.Add(row);
        audit.Note("start-case", CaseCall.Subject(id), municipality, slug, after: CaseBasics.Of(row));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (IsThere(db, id))
        {
            // The same form came twice at the same time; the other one made the course.
        }

        return TypedResults.Redirect(goals);
    }

    /// <summary>Reads the fields about the person; shared with the form that changes them.</summary>
    internal static CaseBasics? Read(Form form, Texts texts, DateOnly today)
    {
        var pseudonym = form.Text("pseudonym", texts["cases.pseudonym.missing"], longest: 20).ToUpperInvariant();
        if (form.Error("pseudonym") is null && !Code().IsMatch(pseudonym))
        {
            form.Refuse("pseudonym", texts["cases.pseudonym.wrong", form.Raw("pseudonym")]);
        }

        var year = form.Whole("birth-year", OldestYear, today.Year, texts["cases.birth-year.wrong", $"{OldestYear}", $"{today.Year}"]);
        if (year is null)
        {
            form.Refuse("birth-year", texts["cases.birth-year.wrong", $"{OldestYear}", $"{today.Year}"]);
        }

        var sex = form.Choice<Sex>("sex", texts["cases.sex.missing"]);
        var household = form.Choice<Household>("household", texts["cases.household.missing"]);
        var user = form.OneOf("user", ["new", "existing"], texts["cases.user.missing"]);
        var unit = form.Optional("unit", longest: 60);
        if (string.IsNullOrWhiteSpace(form.Raw("started-on")))
        {
            form.Refuse("started-on", texts["cases.started-on.missing"]);
        }

        var started = form.ReadOptional<DateOnly>("started-on", texts["cases.date.wrong", form.Raw("started-on")]);
        if (started > today.AddMonths(1))
        {
            form.Refuse("started-on", texts["cases.started-on.late", started]);
        }
        else if (started is { } day && year is { } born && day.Year - born < CaseNotices.AdultAge)
        {
            form.Refuse("birth-year", texts["cases.birth-year.child", day.Year - born, CaseNotices.AdultAge]);
        }

        return form.IsValid ? new CaseBasics
        {
            Pseudonym = pseudonym,
            BirthYear = year!.Value,
            Sex = sex,
            Household = household,
            NewUser = user is "new",
            Unit = unit,
            StartedOn = started!.Value,
        } : null;
    }

    /// <summary>Whether the network registers courses at all.</summary>
    internal static async Task<bool> Registers(MestringDb db, string slug, CancellationToken ct) =>
        await db.Networks.AsNoTracking().Where(n => n.Slug == slug).Select(n => n.Definition).SingleOrDefaultAsync(ct) is { } definition
        && Definitions.Of(slug, definition).Programme.Features.RegistersCases;

    private static bool IsThere(MestringDb db, Guid id)
    {
        db.ChangeTracker.Clear();
        return db.Cases.Any(c => c.Id == id);
    }

    /// <summary>Three letters and three digits, without those that are taken for each other; by chance, so that it says nothing about the person.</summary>
    private static string Pseudonym() => $"{RandomNumberGenerator.GetString("BCDFGHJKLMNPRSTVWXZ", 3)}-{RandomNumberGenerator.GetString("23456789", 3)}";

    private static RazorComponentResult Show(MunicipalityCode municipality, string slug, Form form, CaseBasics? basics, Texts texts, Frame frame, TimeProvider clock)
    {
        var list = $"/m/{municipality}/{slug}/cases";
        frame.Back = new Crumb(texts["cases.back-to-list"], list);
        return StartCasePage.Show(new View(form, basics ?? new CaseBasics(), form.Once(clock), list), form.Status);
    }

    /// <summary>Holds a digit, so that it is no name, and not eight in a row, so that it is no telephone or identity number with a slip.</summary>
    [GeneratedRegex("^(?=.*[0-9])(?!.*[0-9]{8})[A-ZÆØÅ0-9][A-ZÆØÅ0-9-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    public sealed record View(Form Form, CaseBasics Basics, Guid Once, string List);
}

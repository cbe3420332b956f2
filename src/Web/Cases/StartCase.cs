using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>
/// A new course, one group of questions a screen: the person under a pseudonym, why, and the start. The screens are carried in one form and nothing is
/// stored before the last, so that no course is there with answers nobody gave. The goals come on the page after.
/// </summary>
public static class StartCase
{
    private const string Route = "/m/{municipality}/{slug}/cases/new";

    /// <summary>The fields of each screen, in order.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Screens { get; } =
    [
        ["pseudonym", "birth-year", "sex"],
        ["household", "user"],
        ["referral", "condition"],
        ["started-on", "planned-end", "unit", "responsible", "motivation", "falls"],
    ];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers(Registration.Open);
        app.MapPost(Route, Save).ForCaseWorkers(Registration.Open);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        MunicipalityCode municipality, string slug, Membership member, MestringDb db, HttpRequest request, Drafts drafts, Texts texts, Frame frame, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        // Several are drawn and one command says which are taken.
        string[] drawn = [.. Enumerable.Range(0, 5).Select(_ => Pseudonyms.Draw())];
        var taken = await db.Cases.Where(c => drawn.Contains(c.Pseudonym)).Select(c => c.Pseudonym).ToListAsync(ct);
        return Show(
            municipality, slug, await drafts.Open(request, texts, ct),
            Blank(visitor, clock) with { Pseudonym = drawn.Except(taken, StringComparer.Ordinal).First() }, texts, frame, clock);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, MestringDb db, HttpRequest request, Texts texts, Audit audit, Frame frame, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (member.Definition is not { Programme.Features.RegistersCases: true } definition)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted) { Draft = Drafts.Of(request) };
        var (id, screen, blank) = (form.Once(clock), Screen(form), Blank(visitor, clock));
        if (form.Raw("back") is not null)
        {
            return Show(municipality, slug, form, blank, texts, frame, clock, Math.Max(1, screen - 1));
        }

        var typed = CaseBasics.Read(form, texts, clock.Today());
        var row = new CaseRow { Municipality = municipality, Id = id, Network = slug, GoalInstrument = GoalInstrument.Psfs, CreatedAt = clock.GetUtcNow() };
        var findings = form.IsValid ? CaseFile.Start(null, definition.Programme.Windows, row).Findings(typed, clock.Today()) : [];
        foreach (var finding in findings.Where(f => f.Severity is RuleSeverity.Error))
        {
            form.Refuse(FieldPlace.Of(finding.Path).Field, texts.Message(finding));
        }

        if (!form.IsValid || screen < Screens.Count)
        {
            var (shown, to) = Ahead(form, new Form(texts, posted) { Draft = form.Draft }, screen);
            return Show(municipality, slug, shown, blank, texts, frame, clock, to);
        }

        var course = $"/m/{municipality}/{slug}/cases/{id}";
        if (await db.Cases.AnyAsync(c => c.Id == id, ct))
        {
            return TypedResults.Redirect($"{course}/goals");
        }

        var file = CaseFile.Start(db, definition.Programme.Windows, row);
        foreach (var (path, value) in typed)
        {
            file.Set(path, value);
        }

        // Where the same form came twice at the same time, the other one made the course.
        await audit.Save(file, "start-case", ct: ct);
        return TypedResults.Redirect(Noticed.Carry($"{course}/goals", course, findings));
    }

    /// <summary>The screen that was sent, from 1; the last when the form does not say.</summary>
    private static int Screen(Form form) => form.Raw("screen") is null ? Screens.Count : form.Whole("screen", 1, Screens.Count, string.Empty) ?? 1;

    /// <summary>The first screen with something wrong, when it has been seen, with its own messages; else the next one, which has none yet.</summary>
    private static (Form Shown, int Screen) Ahead(Form read, Form shown, int screen)
    {
        var wrong = Screens.Take(screen).TakeWhile(fields => !fields.Any(f => read.Error(f) is not null)).Count() + 1;
        if (wrong > screen)
        {
            return (shown, screen + 1);
        }

        foreach (var (field, message) in read.Errors.Where(e => Screens[wrong - 1].Contains(e.Key, StringComparer.Ordinal)))
        {
            shown.Refuse(field, message);
        }

        return (shown, wrong);
    }

    private static RazorComponentResult Show(MunicipalityCode municipality, string slug, Form form, CaseBasics basics, Texts texts, Frame frame, TimeProvider clock, int? screen = null)
    {
        var list = $"/m/{municipality}/{slug}/cases";
        frame.Back = new Crumb(texts["cases.back-to-list"], list);
        return StartCasePage.Show(new View(form, basics, screen ?? (form.Raw("screen") is null ? 1 : Screen(form)), form.Once(clock), list), form.Status);
    }

    private static CaseBasics Blank(Visitor visitor, TimeProvider clock) => new() { Responsible = visitor.Name, StartedOn = clock.Today() };

    /// <param name="Form">What was typed, on every screen.</param>
    /// <param name="Basics">What the fields hold before anything is typed.</param>
    /// <param name="Screen">Which screen, from 1.</param>
    /// <param name="Once">Makes a form sent twice one course.</param>
    /// <param name="List">The address of the courses.</param>
    public sealed record View(Form Form, CaseBasics Basics, int Screen, Guid Once, string List)
    {
        /// <summary>The fields of the other screens that have been filled in, which this one carries.</summary>
        public IEnumerable<string> Carried => Screens.Where((_, i) => i != Screen - 1).SelectMany(fields => fields).Where(f => Form.Raw(f) is not null);
    }
}

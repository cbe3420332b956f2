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
/// A new case, one group of questions a screen and one address a screen: the person under a pseudonym, why, and the start. What is typed is the
/// person's draft until the last screen is saved, so that no case is there with answers nobody gave. The goals come on the page after.
/// </summary>
public static class StartCase
{
    private const string Route = "/m/{municipality}/{slug}/cases/new/{draft:guid}/{screen:int}";

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
        app.MapGet(Route, Open).WithMetadata(new PartOfPage(1)).ForCaseWorkers(Registration.Open);
        app.MapPost(Route, Save).WithMetadata(new PartOfPage(1)).ForCaseWorkers(Registration.Open);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] NewCaseCall call, bool check = false)
    {
        if (call.Windows is null || call.Screen < 1 || call.Screen > Screens.Count)
        {
            return TypedResults.NotFound();
        }

        if (await call.Db.Cases.AnyAsync(c => c.Id == call.Id, call.Ct))
        {
            return TypedResults.Redirect(call.Case);
        }

        if (await call.Drafts.Find(call.Path, call.Ct) is not { } draft)
        {
            return call.Screen == 1 ? Show(call, new Form(call.Texts) { Draft = call.Note }, await call.Blank(), null, StatusCodes.Status200OK) : TypedResults.Redirect(call.At(1));
        }

        var form = new Form(call.Texts, draft.Fields, call.Note);
        if (check)
        {
            foreach (var (field, message) in Judge(call, new Form(call.Texts, draft.Fields, call.Note)).Form.Errors.Where(e => Screens[call.Screen - 1].Contains(e.Key, StringComparer.Ordinal)))
            {
                form.Refuse(field, message);
            }
        }

        return Show(call, form, await call.Blank(), draft.SavedAt, StatusCodes.Status200OK);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] NewCaseCall call, IFormCollection posted, Audit audit)
    {
        if (call.Windows is not { } windows || call.Screen < 1 || call.Screen > Screens.Count)
        {
            return TypedResults.NotFound();
        }

        if (await call.Db.Cases.AnyAsync(c => c.Id == call.Id, call.Ct))
        {
            return TypedResults.Redirect($"{call.Case}/{(await Differs(call, posted) ? "edit?kept=first" : "goals")}");
        }

        var refused = new Form(call.Texts, posted) { Draft = call.Note };
        var isKept = refused.IsValid && await call.Drafts.Keep(call.Municipality, call.Visitor.PersonId!.Value, call.Path, posted, call.Ct) is DraftKept.Yes;
        if (isKept && refused.Raw("back") is not null)
        {
            return TypedResults.Redirect(call.At(Math.Max(1, call.Screen - 1)));
        }

        var (form, typed, findings) = Judge(call, isKept ? new Form(call.Texts, (await call.Drafts.Find(call.Path, call.Ct))!.Value.Fields, call.Note) : new Form(call.Texts, posted));
        foreach (var (field, message) in form.Errors.Where(e => Screens[call.Screen - 1].Contains(e.Key, StringComparer.Ordinal)))
        {
            refused.Refuse(field, message);
        }

        if (!refused.IsValid)
        {
            return Show(call, refused, await call.Blank(), null, StatusCodes.Status422UnprocessableEntity);
        }

        if (call.Screen < Screens.Count)
        {
            return TypedResults.Redirect(call.At(call.Screen + 1));
        }

        if (!form.IsValid)
        {
            return TypedResults.Redirect($"{call.At(Screens.TakeWhile(fields => !fields.Any(f => form.Error(f) is not null)).Count() + 1)}?check=true");
        }

        var file = CaseFile.Start(call.Db, windows, call.Row());
        foreach (var (path, value) in typed)
        {
            file.Set(path, value);
        }

        // Where the same form came twice at the same time, the other one made the case.
        await audit.Save(file, "start-case", ct: call.Ct);
        await call.Drafts.Remove(call.Path, call.Ct);
        return TypedResults.Redirect(Noticed.Carry($"{call.Case}/goals", call.Case, findings));
    }

    /// <summary>Whether what is sent again says something else than the case that was made of it.</summary>
    private static async Task<bool> Differs(NewCaseCall call, IFormCollection posted) =>
        await CaseFile.Find(call.Db, call.Slug, call.Windows!, call.Id, toChange: false, call.Ct) is { } file
        && CaseBasics.Read(new Form(call.Texts, posted), call.Texts, call.Clock.Today()).Any(field => posted.ContainsKey(FieldPlace.Of(field.Key).Field) && !string.Equals(file[field.Key], field.Value, StringComparison.Ordinal));

    /// <summary>Everything typed so far, read and held against the catalogue of rules.</summary>
    private static (Form Form, Dictionary<string, string?> Typed, IReadOnlyList<RuleFinding> Findings) Judge(NewCaseCall call, Form form)
    {
        var typed = CaseBasics.Read(form, call.Texts, call.Clock.Today());
        var findings = form.IsValid ? CaseFile.Start(null, call.Windows!, call.Row()).Findings(typed, call.Clock.Today()) : [];
        foreach (var finding in findings.Where(f => f.Severity is RuleSeverity.Error))
        {
            form.Refuse(FieldPlace.Of(finding.Path).Field, call.Texts.Message(finding));
        }

        return (form, typed, findings);
    }

    private static RazorComponentResult Show(NewCaseCall call, Form form, CaseBasics basics, DateTimeOffset? saved, int status)
    {
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-list"], call.List);
        return StartCasePage.Show(new View(form, basics, call.Screen, call.List, saved), status);
    }

    /// <param name="Form">What was typed, on every screen.</param>
    /// <param name="Basics">What the fields hold before anything is typed.</param>
    /// <param name="Screen">Which screen, from 1.</param>
    /// <param name="List">The address of the cases.</param>
    /// <param name="Saved">When the draft was kept; null before the first time.</param>
    public sealed record View(Form Form, CaseBasics Basics, int Screen, string List, DateTimeOffset? Saved)
    {
        /// <summary>Whom the draft is about, once that is said.</summary>
        public string? Pseudonym => Saved is null ? null : Form.Raw("pseudonym");
    }
}

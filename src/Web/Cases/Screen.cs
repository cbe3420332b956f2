using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>
/// One screen that reads and writes some fields of a course. All screens are opened and saved in the same way: what is typed is
/// checked, then held against what is stored and against the catalogue of rules, and saved only when nobody has changed these fields since the person saw them.
/// </summary>
/// <param name="Action">What saving is called in the history.</param>
/// <param name="Covers">Whether a field stands on the screen.</param>
/// <param name="Read">Reads what was typed: a value, or null to take it out, by path. Notes what is wrong in the form.</param>
/// <param name="Show">Draws the screen.</param>
/// <param name="Next">Where to go when it is saved.</param>
internal sealed record Screen(
    Func<OpenCase, string> Action,
    Func<string, bool> Covers,
    Func<OpenCase, Form, Dictionary<string, string?>> Read,
    Func<OpenCase, Form, RazorComponentResult> Show,
    Func<OpenCase, string> Next)
{
    private const int Attempts = 3;
    private const int LatestChanges = 20;

    /// <summary>The field of the form that holds a field of the course, by its path; null when it stands on another screen.</summary>
    public Func<string, string?> FieldOf { get; init; } = path => Covers(path) ? FieldPlace.Of(path).Field : null;

    /// <summary>The field beside which a broken rule is shown that is about another screen.</summary>
    public required string Otherwise { get; init; }

    /// <summary>Where to go instead when the screen is not for this course now; null to stay.</summary>
    public Func<OpenCase, string?> Elsewhere { get; init; } = _ => null;

    public async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open(CaseCall call)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (Elsewhere(open) is { } elsewhere)
        {
            return TypedResults.Redirect(elsewhere);
        }

        await call.NoteRead();
        var form = await call.Drafts.Open(call.Request, call.Texts, call.Ct);
        if (form.IsPosted && form.Version != Seen(open))
        {
            form.RefuseAsConflict(await IsOwn(call));
        }

        return Show(open, form);
    }

    /// <summary>A course that another request saved in between is read again and tried again; what differs then is shown as a conflict.</summary>
    public async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save(CaseCall call, IFormCollection posted)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await OpenCase.Find(call) is not { } open)
            {
                return TypedResults.NotFound();
            }

            if (Elsewhere(open) is { } elsewhere)
            {
                return TypedResults.Redirect(elsewhere);
            }

            var form = new Form(call.Texts, posted) { Draft = Drafts.Of(call.Request) };
            var typed = Read(open, form);
            if (!form.IsValid)
            {
                return Show(open, form);
            }

            if (typed.All(field => string.Equals(open.File[field.Key], field.Value, StringComparison.Ordinal)))
            {
                return TypedResults.Redirect(Next(open));
            }

            if (form.Version != Seen(open))
            {
                form.RefuseAsConflict(await IsOwn(call));
                return Show(open, form);
            }

            var findings = open.File.Findings(typed, call.Today);
            Refuse(form, findings, call.Texts);
            if (!form.IsValid)
            {
                return Show(open, form);
            }

            foreach (var (path, value) in typed)
            {
                open.File.Set(path, value);
            }

            if (await call.Audit.Save(open.File, Action(open), form.Optional("why"), ct: call.Ct))
            {
                return TypedResults.Redirect(Noticed.Carry(Next(open), call.Address, findings));
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException("The course is being saved by others without end.");
            }
        }
    }

    private void Refuse(Form form, IReadOnlyList<RuleFinding> findings, Texts texts)
    {
        foreach (var finding in findings.Where(f => f.Severity is RuleSeverity.Error))
        {
            form.Refuse(FieldOf(finding.Path) ?? Otherwise, FieldOf(finding.Path) is null ? texts.Finding(finding) : texts.Message(finding));
        }

        // A day that does not count has to be said twice.
        if (form.IsValid && findings.FirstOrDefault(f => f.Rule is "outside-window" && Covers(f.Path)) is { } outside && !form.IsTicked("outside"))
        {
            form.Refuse("outside", texts["cases.outside.missing", [.. outside.Values.Select(day => (object)DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))]]);
        }
    }

    /// <summary>Whether the one who last changed these fields is the one who asks: then it was in another window.</summary>
    private async Task<bool> IsOwn(CaseCall call)
    {
        var latest = await History.Entries(call).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(LatestChanges).ToListAsync(call.Ct);
        return latest.Find(a => CaseChange.Of(a).Paths.Any(Covers)) is { PersonId: { } person } && person == call.Visitor.PersonId;
    }

    /// <summary>A short sign of what the fields of this screen hold: it differs when one of them does.</summary>
    public int Seen(OpenCase open) => Seen(open.File.Stored, Covers);

    internal static int Seen(IReadOnlyDictionary<string, string> stored, Func<string, bool> covers)
    {
        const uint Prime = 16777619;
        var sign = 2166136261;
        foreach (var (path, value) in stored)
        {
            if (covers(path))
            {
                foreach (var letter in $"{path}={value};")
                {
                    sign = (sign ^ letter) * Prime;
                }
            }
        }

        return (int)(sign & 0x7fffffff);
    }

    /// <summary>One screen of a measurement.</summary>
    /// <param name="point">Which measurement, as it stands in the address.</param>
    /// <param name="part">Which screen.</param>
    /// <param name="covers">Whether an item of the measurement stands on the screen.</param>
    public static Screen Of(
        string point, Part part, Func<string, bool> covers, Func<OpenMeasurement, Form, Dictionary<string, string?>> read, Func<OpenMeasurement, Form, RazorComponentResult> show, string otherwise) => new(
        _ => $"measure-{part.Name()}",
        path => path.StartsWith($"{point}.", StringComparison.Ordinal) && covers(path[(point.Length + 1)..]),
        (open, form) => OpenMeasurement.Of(open, point)!.Answer(part, read(OpenMeasurement.Of(open, point)!, form)),
        (open, form) => show(OpenMeasurement.Of(open, point)!, form),
        open => OpenMeasurement.Of(open, point)!.AddressAfter(part))
        {
            Otherwise = otherwise,
            Elsewhere = open => OpenMeasurement.Of(open, point) switch
            {
                null => open.Call.Address,
                { Row: null } found when part is not Part.Status => found.AddressOf(Part.Status),
                { } found when !found.Parts.Contains(part) => found.AddressOf(Part.Status),
                _ => null,
            },
        };
}

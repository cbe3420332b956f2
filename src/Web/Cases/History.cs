using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>Everything that was changed in a course: each field's old and new value, who, when and why; and the way to take a change back.</summary>
public static class History
{
    private const int PageSize = 20;
    private const int LastPage = 10_000;
    private const string Undoing = "undo-change";
    private const int Attempts = 3;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/history", List).ForCaseWorkers();
        app.MapGet($"{CaseCall.Route}/history/{{entry:guid}}", Open).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/history/{{entry:guid}}", Undo).ForCaseWorkers(Registration.FollowUps);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> List([AsParameters] CaseCall call, int? page)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var entries = Entries(call);
        var number = Math.Clamp(page ?? 1, 1, LastPage);
        var found = await entries.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(call.Ct);
        await call.NoteRead();
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return HistoryPage.Show(new ListView(open.Row.Pseudonym, $"{call.Address}/history", [.. found.Take(PageSize).Select(Change.Of)], number, found.Count > PageSize));
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] CaseCall call, Guid entry)
    {
        if (await OpenCase.Find(call) is not { } open || await Entry(call, entry) is not { } change)
        {
            return TypedResults.NotFound();
        }

        await call.NoteRead();
        return Show(open, change, await call.Drafts.Open(call.Request, call.Texts, call.Ct));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Undo([AsParameters] CaseCall call, Guid entry, IFormCollection posted)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await OpenCase.Find(call) is not { } open || await Entry(call, entry) is not { } change)
            {
                return TypedResults.NotFound();
            }

            var form = new Form(call.Texts, posted) { Draft = Drafts.Of(call.Request) };
            var (why, undo) = (form.Optional("why"), Taking(open, change));
            if (!change.Lines.Any(line => undo.Fields.ContainsKey(line.Path)))
            {
                form.Refuse("undo", call.Texts["cases.undo.nothing"]);
            }
            else if (undo.Breaks(call.Today) is { Count: > 0 } breaks)
            {
                form.Refuse("undo", call.Texts["cases.undo.breaks", string.Join(' ', breaks.Select(call.Texts.Finding))]);
            }

            if (!form.IsValid)
            {
                return Show(open, change, form);
            }

            undo.Do();
            if (await call.Audit.Save(open.File, Undoing, why, ct: call.Ct))
            {
                return TypedResults.Redirect($"{call.Address}/history");
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException("The course is being saved by others without end.");
            }
        }
    }

    /// <summary>What can be taken back of a change. The one that made the course is not taken back but deleted.</summary>
    private static CaseUndo Taking(OpenCase open, Change change) =>
        new(open.File, change.IsStart ? CaseChange.None : change.All);

    internal static IQueryable<AuditEntry> Entries(CaseCall call)
    {
        var subject = Audit.Subject(call.Id);
        return call.Db.Audit.AsNoTracking().Where(a => a.Municipality == call.Municipality && a.Subject == subject && a.Action != CaseCall.ReadAction);
    }

    private static async Task<Change?> Entry(CaseCall call, Guid entry) =>
        await Entries(call).SingleOrDefaultAsync(a => a.Id == entry, call.Ct) is { } found ? Change.Of(found) : null;

    private static RazorComponentResult Show(OpenCase open, Change change, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.history.back"], $"{call.Address}/history");
        var fields = Taking(open, change).Fields;
        return UndoPage.Show(
            new UndoView(form, change, [.. change.Lines.Select(line => (line, open.File[line.Path], fields.ContainsKey(line.Path)))], $"{call.Address}/history"), form.Status);
    }

    public sealed record ListView(string Pseudonym, string Address, IReadOnlyList<Change> Changes, int Page, bool HasMore);

    /// <param name="Form">What was typed.</param>
    /// <param name="Change">What was changed.</param>
    /// <param name="Fields">Each field, what it holds now, and whether it can be put back.</param>
    /// <param name="List">The address of the history.</param>
    public sealed record UndoView(Form Form, Change Change, IReadOnlyList<(Line Line, string? Now, bool CanUndo)> Fields, string List);

    /// <summary>One field that was changed.</summary>
    public sealed record Line(string Path, string? Before, string? After);

    /// <summary>One change as it stands in the trail.</summary>
    public sealed record Change(Guid Id, DateTimeOffset At, string Action, string Person, string Why, IReadOnlyList<Line> Lines)
    {
        /// <summary>Every field, also those nobody is shown.</summary>
        internal CaseChange All { get; init; } = CaseChange.None;

        /// <summary>The change that made the course; it is not undone but deleted.</summary>
        public bool IsStart => Action is "start-case" or "import-case";

        /// <summary>The one measurement it is about, or null.</summary>
        public MeasurementPoint? Point =>
            Lines.Count > 0 && Lines.Select(l => CaseFields.Find(l.Path)?.Point).Distinct().Count() == 1 ? CaseFields.Find(Lines[0].Path)?.Point : null;

        internal static Change Of(AuditEntry entry)
        {
            var all = CaseChange.Of(entry);
            var (before, after) = (all.Before, all.After);
            return new Change(
                entry.Id,
                entry.At,
                entry.Action,
                entry.PersonName,
                entry.Why,
                [
                    .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(p => !IsProgress(p) || (p.EndsWith(MeasurementItems.Answered, StringComparison.Ordinal) && before.Keys.Concat(after.Keys).All(IsProgress)))
                        .OrderBy(Place).ThenBy(p => p, StringComparer.Ordinal).Select(p => new Line(p, before.GetValueOrDefault(p), after.GetValueOrDefault(p))),
                ])
            {
                All = all,
            };
        }

        private static bool IsProgress(string path) => CaseFields.Find(path) is { Point: not null } field && MeasurementItems.IsProgress(field.Item);

        /// <summary>In the order people meet the fields; the fields of one decision together.</summary>
        private static (int, string, int) Place(string path)
        {
            var field = CaseFields.Find(path);
            var repeated = CaseFields.Repeated.ToList().FindIndex(f => string.Equals(f.Name, field?.Name, StringComparison.Ordinal));
            return repeated >= 0 ? (1, path[..path.LastIndexOf('.')], repeated) : (0, string.Empty, CaseFields.Order(path));
        }
    }
}

using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Imports;

/// <summary>Where an import has come: at work, checked with what is wrong, done, or undone.</summary>
public static class ShowImport
{
    /// <summary>Said of a word that says nothing.</summary>
    internal const string NoValue = "!";

    private const string EverySecond = "1";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(ImportCall.One, Show).ForCaseCoordinators();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Show([AsParameters] ImportCall call, Guid id, HttpContext http)
    {
        if (await call.Find(id) is not { } import)
        {
            return TypedResults.NotFound();
        }

        // Work that was left halfway goes on in a minute, here or in another process.
        var isHalfway = import.State is ImportState.Receiving or ImportState.Writing or ImportState.Undoing;
        if ((await call.Done(id) ?? (isHalfway ? 0 : null)) is { } done)
        {
            http.Response.Headers.Append("Refresh", EverySecond);
            return ImportProgressPage.Show(new Progress(call.Crumbs(id), import.FileName, done, Math.Max(1, import.Rows), import.State, call.Address(id)));
        }

        var failure = import.Failure.Length > 0 ? call.Texts[import.Failure] : null;
        return import.State switch
        {
            ImportState.Uploaded => TypedResults.Redirect($"{call.Address(id)}/columns"),
            ImportState.Checked => await CheckPage(call, import, await call.Open(), failure),
            _ => ImportDonePage.Show(new Done(call.Crumbs(id), import.FileName, import.State is ImportState.Undone, import.FinishedAt ?? import.CreatedAt, Report.Read(import.Report)!, failure, call.Address(id), call.Cases)),
        };
    }

    internal static async Task<RazorComponentResult> CheckPage(ImportCall call, ImportRow import, Form form, string? failure)
    {
        var (names, mapping, report) = (MapColumns.Names(import), Mapping.Read(import.Mapping), Report.Read(import.Report)!);
        await call.NoteRead(report);
        return CheckRowsPage.Show(
            new Checked(
                form,
                call.Crumbs(import.Id),
                import.FileName,
                import.Sheet,
                report,
                [.. report.Groups.Select((g, i) => GroupView.Of(call.Texts, g, i, names, mapping))],
                [.. report.Samples.Select(s => new Change(s.Pseudonym, s.StartedOn, [.. s.Before.Keys.Union(s.After.Keys, StringComparer.Ordinal).Where(p => !MeasurementItems.IsProgress(p[(p.LastIndexOf('.') + 1)..])).Order(StringComparer.Ordinal).Take(Change.MostFields).Select(p => (p, s.Before.GetValueOrDefault(p), s.After.GetValueOrDefault(p)))]))],
                failure,
                call.Address(import.Id),
                call.Start)
            {
                NotRead = mapping.NotRead(names),
            },
            form.Status);
    }

    /// <param name="Crumbs">The way here.</param>
    /// <param name="File">The file's name.</param>
    /// <param name="Rows">Rows that are done.</param>
    /// <param name="Of">Rows in all.</param>
    /// <param name="State">What is being done.</param>
    /// <param name="Address">The import.</param>
    public sealed record Progress(IReadOnlyList<Crumb> Crumbs, string File, int Rows, int Of, ImportState State, string Address);

    public sealed record Done(IReadOnlyList<Crumb> Crumbs, string File, bool IsUndone, DateTimeOffset At, Report Report, string? Failure, string Address, string Cases);

    public sealed record Checked(
        Form Form, IReadOnlyList<Crumb> Crumbs, string File, string Sheet, Report Report, IReadOnlyList<GroupView> Groups, IReadOnlyList<Change> Changes, string? Failure, string Address, string Start)
    {
        /// <summary>Columns with values that are not read.</summary>
        public IReadOnlyList<string> NotRead { get; init; } = [];
    }

    /// <summary>A course that will change, and its first fields.</summary>
    public sealed record Change(string Pseudonym, string StartedOn, IReadOnlyList<(string Path, string? Before, string? After)> Fields)
    {
        public const int MostFields = 30;
    }

    /// <summary>Findings with one cause, in words.</summary>
    public sealed record GroupView(string Id, string Title, string Cure, bool IsError, int Count, IReadOnlyList<Line> Lines, IReadOnlyList<Term> Terms, string CureField, bool CanLeaveOut, bool IsLeftOut, bool CanFix)
    {
        /// <summary>Whether the group asks if courses at the same time are meant so.</summary>
        public bool IsOverlap { get; private init; }

        internal static GroupView Of(Texts texts, Report.Group group, int index, string[] names, Mapping mapping)
        {
            var (first, field) = (group.First, group.First.Field.Length == 0 ? "" : Target.Name(texts, group.First.Field));
            var words = first.AsksForMeaning && Field(first) is { } target
                ? group.Findings.DistinctBy(f => Imports.Words.Plain(f.Found), StringComparer.Ordinal).Select(f => new Term($"word-{first.Field}-{Imports.Words.Plain(f.Found)}", f.Found, Meanings(texts, first, target))).ToList()
                : first.Kind is FindingKind.DateOrder
                ? [new Term("dates", texts["imports.dates"], [new Answer($"{DateOrder.DayFirst}", texts["imports.dates.day"]), new Answer($"{DateOrder.MonthFirst}", texts["imports.dates.month"])])]
                : [];
            return new GroupView(
                $"g{index.ToString(CultureInfo.InvariantCulture)}",
                Sentence(texts[$"imports.finding.{first.Kind}", field], texts),
                texts[first.Kind is FindingKind.Missing && MapColumns.MayBeSame.Contains(first.Field, StringComparer.Ordinal) ? "imports.cure.MissingSame" : $"imports.cure.{first.Kind}", Limits(texts, first.Expected), field],
                first.IsError,
                group.Count,
                [.. group.Findings.Select(f => Line.Of(texts, f, names))],
                words,
                $"cure-{first.Key}",
                first.CanLeaveOut,
                mapping.Cures.GetValueOrDefault(first.Key) is Imports.Cure.WithoutValue,
                first is { IsError: true, Column: not null } && first.Kind is not (FindingKind.MoreCells or FindingKind.Contradiction or FindingKind.GrantIncomplete or FindingKind.WorkIncomplete or FindingKind.NoPoint or FindingKind.NoInstrument or FindingKind.GoalChanged))
            {
                IsOverlap = first.Kind is FindingKind.OverlappingCase,
            };
        }

        /// <summary>What a word or number may stand for.</summary>
        private static List<Answer> Meanings(Texts texts, Finding finding, Target target) => finding.Kind is not FindingKind.ZeroSeconds ? [.. MapColumns.Answers(texts, target), new Answer(NoValue, texts["imports.meaning.none"])]
            : [new Answer("0", texts["imports.meaning.tried"]), .. NotDone.Codes.Select(reason => new Answer(reason, texts[$"cases.reason-not.{reason[1..]}"]))];

        private static Target? Field(Finding finding) => Target.All.FirstOrDefault(t => string.Equals(t.Field.Name, finding.Field, StringComparison.Ordinal));
    }

    /// <summary>One row of a group.</summary>
    /// <param name="Row">The row, as a person counts.</param>
    /// <param name="Column">Letter and heading; empty for the whole row.</param>
    /// <param name="Found">What stood there, or that it is hidden.</param>
    /// <param name="Expected">What was expected instead.</param>
    /// <param name="Fix">The name of the field that corrects the cell.</param>
    /// <param name="Proposal">What was probably meant.</param>
    public sealed record Line(int Row, string Column, string Found, string Expected, string Fix, string Proposal)
    {
        internal static Line Of(Texts texts, Finding finding, string[] names) => new(
            finding.Row,
            finding.Column is { } column ? $"{TableColumn.Letter(column)} {(column < names.Length ? names[column] : "")}".Trim() : "",
            finding.Kind is FindingKind.IdentityNumber or FindingKind.IdentityNumberUnread ? texts["imports.hidden"] : Shown(texts, finding, finding.Found),
            finding.Rule is { } rule ? texts.Message(rule) : finding.Kind is FindingKind.Contradiction && finding.Expected.Split(": ", 2) is [var other, var said] ? $"{other}: {Shown(texts, finding, said)}" : Limits(texts, Shown(texts, finding, finding.Expected)),
            $"fix-{finding.Row.ToString(CultureInfo.InvariantCulture)}-{(finding.Column ?? 0).ToString(CultureInfo.InvariantCulture)}",
            finding.Proposal is { } proposal ? texts["imports.proposal", Limits(texts, proposal)] : "");

        /// <summary>A value as people read it; what is no value of the field stands as it was written.</summary>
        private static string Shown(Texts texts, Finding finding, string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? texts.ShortDate(day)
            : Target.All.FirstOrDefault(t => string.Equals(t.Field.Name, finding.Field, StringComparison.Ordinal)) is not { Field: var field } || !field.Accepts(text) ? text
            : NotDone.IsReason(text) ? texts[$"cases.reason-not.{text[1..]}"]
            : field.Kind switch
            {
                CaseFieldKind.Code => Imports.Words.Of(texts, field, text),
                CaseFieldKind.YesNo => texts[$"design.value.{text}"],
                CaseFieldKind.Number => Limits(texts, text),
                _ => text,
            };
    }

    /// <summary>With a capital letter: names of fields begin with a small one where they stand inside a sentence.</summary>
    private static string Sentence(string text, Texts texts) => text.Length == 0 ? text : $"{char.ToUpper(text[0], texts.Culture)}{text[1..]}";

    /// <summary>Limits with the reader's decimal sign.</summary>
    private static string Limits(Texts texts, string expected) => expected.Any(char.IsLetter) || expected.Split('.').Length > 2 ? expected : expected.Replace(".", texts.Culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>A word that is not known, and what it may stand for.</summary>
    public sealed record Term(string Name, string Found, IReadOnlyList<Answer> Answers);
}

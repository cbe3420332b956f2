using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Says what each column of a file is. What the municipality said of a column of that name before is proposed first.</summary>
public static class MapColumns
{
    private const int SampleRows = 40;
    private const int SampleValues = 3;
    private const int SampleLength = 40;

    internal static readonly string[] Needed = ["pseudonym", "started-on"];

    /// <summary>Fields that may be the same for every row, where a file has no column for them.</summary>
    internal static readonly string[] MayBeSame = ["household", "new-user", "instrument", Target.At];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{ImportCall.One}/columns", Open).ForCaseCoordinators(Registration.FollowUps);
        app.MapPost($"{ImportCall.One}/columns", Save).ForCaseCoordinators(Registration.FollowUps);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] ImportCall call, Guid id) => await call.Find(id) switch
    {
        null => TypedResults.NotFound(),
        { State: not (ImportState.Uploaded or ImportState.Checked) } => TypedResults.Redirect(call.Address(id)),
        var import => await Show(call, import, await call.Open()),
    };

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        if (await call.Find(id) is not { } import)
        {
            return TypedResults.NotFound();
        }

        if (import.State is not (ImportState.Uploaded or ImportState.Checked) || await call.IsAtWork(id))
        {
            return TypedResults.Redirect(call.Address(id));
        }

        var form = call.Read(posted);
        var names = Names(import);
        var known = await Meanings.Of(call.Db, call.Ct);
        var before = Mapping.Read(import.Mapping);
        var mapping = Read(form, names, call.Texts, before.Words.Count > 0 ? before : before with { Words = known.Words });
        if (!form.IsValid)
        {
            return await Show(call, import, form);
        }

        await call.CheckWith(import, mapping);
        return TypedResults.Redirect(call.Address(id));
    }

    private static Mapping Read(Form form, string[] names, Texts texts, Mapping before)
    {
        var (columns, taken) = (new Dictionary<int, string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < names.Length; i++)
        {
            var (field, typed) = ($"column-{i}", form.Optional($"column-{i}"));
            if (typed.Length == 0)
            {
                continue;
            }

            if (Headings.Target(typed) is not { } target)
            {
                form.Refuse(field, texts["imports.column.unknown", typed, names[i]]);
            }
            else if (!taken.TryAdd(target, i))
            {
                form.Refuse(field, texts["imports.column.twice", typed, names[taken[target]], names[i]]);
            }
            else
            {
                columns[i] = target;
            }
        }

        foreach (var needed in Needed.Where(n => form.IsValid && !taken.ContainsKey(n)))
        {
            form.Refuse("column-0", texts["imports.column.needed", texts.Field(needed)]);
        }

        var constants = MayBeSame.Where(id => !taken.ContainsKey(id) && form.Raw($"same-{id}") is { Length: > 0 } said && Target.Find(id)!.Field.Accepts(said)).ToDictionary(id => id, id => form.Raw($"same-{id}")!, StringComparer.Ordinal);
        return before with { Columns = columns, Constants = constants, Licence = form.IsTicked("licence"), HoursByMonth = form.IsTicked("by-month"), Missing = [.. form.Optional("missing").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Headings.Folded)] };
    }

    private static async Task<RazorComponentResult> Show(ImportCall call, ImportRow import, Form form)
    {
        var names = Names(import);
        var mapping = Mapping.Read(import.Mapping);
        var known = await Meanings.Of(call.Db, call.Ct);
        var columns = mapping.Columns.Count > 0 ? mapping.Columns : known.Propose(names, mapping.Facts);
        var rows = (await call.Db.ImportedRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number).Take(SampleRows).Select(r => r.Cells).ToListAsync(call.Ct)).ConvertAll(RowCells.Unpack);
        return MapColumnsPage.Show(
            new View(
                form,
                call.Crumbs(import.Id),
                import.FileName,
                import.Sheet,
                import.Rows,
                [
                    .. names.Select((name, i) => new Column(
                        $"{TableColumn.Letter(i)} {name}",
                        mapping.Filled.Contains(i) && Headings.IsPersonal(name) ? call.Texts["imports.columns.personal"] : Samples(rows, i),
                        columns.TryGetValue(i, out var id) && Target.Find(id) is { } target ? target.Label(call.Texts) : "")),
                ],
                [.. Target.All.Select(t => t.Label(call.Texts))],
                [.. MayBeSame.Select(id => Target.Find(id)!).Select(t => new Same(t.Id, t.Label(call.Texts), Answers(call.Texts, t), mapping.Constants.GetValueOrDefault(t.Id)))],
                mapping.Licence,
                mapping.HoursByMonth,
                call.Start)
            {
                Failure = import.Failure.Length > 0 ? call.Texts[import.Failure] : null,
                Missing = string.Join(", ", mapping.Columns.Count > 0 ? mapping.Missing : known.Missing ?? []),
            },
            form.Status);
    }

    internal static List<Answer> Answers(Texts texts, Target target) =>
        target.Field.Kind is Core.Measures.CaseFieldKind.YesNo
            ? [new Answer("yes", texts["design.value.yes"]), new Answer("no", texts["design.value.no"])]
            : [.. target.Field.Codes.Select(c => new Answer(c, Words.Of(texts, target.Field, c)))];

    private static string Samples(List<TableCell[]> rows, int column) => string.Join(
        " · ", rows.Select(r => column < r.Length ? r[column].Text : "").Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(SampleValues).Select(t => t.Length <= SampleLength ? t : $"{(char.IsHighSurrogate(t[SampleLength - 1]) ? t[..(SampleLength - 1)] : t[..SampleLength])}…"));

    internal static string[] Names(ImportRow import) => JsonSerializer.Deserialize<string[]>(import.Header)!;

    public sealed record View(
        Form Form, IReadOnlyList<Crumb> Crumbs, string File, string Sheet, int Rows, IReadOnlyList<Column> Columns, IReadOnlyList<string> Targets, IReadOnlyList<Same> Constants, bool Licence, bool ByMonth, string Start)
    {
        /// <summary>Why the last check ended too early; null when it did not.</summary>
        public string? Failure { get; init; }

        /// <summary>Words that stand where nothing is known.</summary>
        public string Missing { get; init; } = "";
    }

    /// <param name="Name">Letter and heading.</param>
    /// <param name="Samples">What stands in the first rows.</param>
    /// <param name="Target">What it most likely is; empty when it is not read.</param>
    public sealed record Column(string Name, string Samples, string Target);

    /// <summary>A field that may be the same for every row.</summary>
    public sealed record Same(string Id, string Label, IReadOnlyList<Answer> Answers, string? Value);
}

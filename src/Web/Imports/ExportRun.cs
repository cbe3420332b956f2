using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Formats.Tables;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Writes courses as rows, read in portions by their order so that memory does not grow with them. For people, codes are words; a workbook has
/// the code beside the word, the decisions and the working time on sheets of their own, and a sheet that says what each column is.
/// </summary>
internal sealed class ExportRun(MestringDb db, string network, IReadOnlyList<CaseField> columns, Texts texts, bool forPeople, bool isWorkbook)
{
    private const int Portion = 1_000;
    private readonly Dictionary<(string Field, string Code), string> _words = [];

    private static readonly CaseField KeyOfGrant = Target.Find($"grant1.{Target.Key}")!.Field;
    private static readonly List<CaseField> OfGrant = [.. CaseFields.Repeated.Where(f => f.Name.StartsWith("grant.", StringComparison.Ordinal))];
    private static readonly List<CaseField> OfWork =
    [
        Target.Find(Target.Week)!.Field, Target.Find(Target.Profession)!.Field, .. CaseFields.Repeated.Where(f => f.Name.StartsWith("input.", StringComparison.Ordinal)),
    ];

    /// <summary>Every part, each on a sheet, and what the columns are.</summary>
    /// <param name="writer">What is written to.</param>
    /// <param name="send">Called after each portion.</param>
    /// <param name="ct">Stops the writing.</param>
    public async Task WriteAll(ITableWriter writer, Func<Task> send, CancellationToken ct)
    {
        foreach (var part in Enum.GetValues<ExportPart>())
        {
            await Write(part, writer, send, ct);
        }

        Definitions(writer, [.. columns, KeyOfGrant, .. OfGrant, .. OfWork]);
    }

    /// <summary>One part.</summary>
    /// <inheritdoc cref="WriteAll"/>
    public Task Write(ExportPart part, ITableWriter writer, Func<Task> send, CancellationToken ct)
    {
        switch (part)
        {
            case ExportPart.Grants:
                writer.Begin(texts["imports.export.grants"], [.. Key(), .. Columns(KeyOfGrant), .. OfGrant.SelectMany(Columns)]);
                return Grants(writer, send, ct);
            case ExportPart.Work:
                writer.Begin(texts["imports.export.input"], [.. Key(), .. OfWork.SelectMany(Columns)]);
                return Work(writer, send, ct);
            default:
                writer.Begin(texts["imports.export.sheet"], [.. columns.SelectMany(Columns)]);
                return Courses(writer, send, ct);
        }
    }

    private IEnumerable<TableColumn> Columns(CaseField field)
    {
        var (label, path) = (Label(field), field.Path.Replace("*.", "", StringComparison.Ordinal));
        yield return new TableColumn(forPeople ? label : path, Math.Clamp(label.Length, 10, 30));
        if (isWorkbook && field.Kind is CaseFieldKind.Code)
        {
            yield return new TableColumn(path);
        }
    }

    private string Label(CaseField field) => CaseFields.Order(field.Path) >= 0 ? texts.Field(field.Path) : Target.Name(texts, field.Name);

    private IEnumerable<TableColumn> Key() => Columns(CaseFields.Find("pseudonym")!).Concat(Columns(CaseFields.Find("started-on")!));

    /// <summary>Writes a value as what it is; for people a code becomes its word, and a reason for no value too.</summary>
    private void Cell(ITableWriter writer, CaseField field, string? value)
    {
        if (value is null || (forPeople && NotDone.IsReason(value)))
        {
            writer.Text(value is null ? null : Word(field, value));
        }
        else
        {
            switch (field.Kind)
            {
                case CaseFieldKind.Whole or CaseFieldKind.Number when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                    writer.Number(number);
                    break;
                case CaseFieldKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                    writer.Day(day);
                    break;
                case CaseFieldKind.Code or CaseFieldKind.YesNo when forPeople:
                    writer.Text(Word(field, value));
                    break;
                default:
                    writer.Text(value);
                    break;
            }
        }

        if (isWorkbook && field.Kind is CaseFieldKind.Code)
        {
            writer.Text(value);
        }
    }

    private string Word(CaseField field, string value)
    {
        if (!_words.TryGetValue((field.Name, value), out var word))
        {
            _words[(field.Name, value)] = word = NotDone.IsReason(value) ? texts[$"cases.reason-not.{value[1..]}"]
                : field.Kind is CaseFieldKind.YesNo ? texts[$"design.value.{value}"]
                : Words.Of(texts, field, value);
        }

        return word;
    }

    private async Task Courses(ITableWriter writer, Func<Task> send, CancellationToken ct)
    {
        var cells = new CourseCells(columns);
        await foreach (var portion in CaseReading.Portions(db, network, ct))
        {
            foreach (var course in portion)
            {
                var values = cells.Of(course);
                for (var i = 0; i < columns.Count; i++)
                {
                    Cell(writer, columns[i], values[i]);
                }

                writer.EndRow();
            }

            await send();
        }
    }

    private async Task Grants(ITableWriter writer, Func<Task> send, CancellationToken ct)
    {
        var rows = from g in db.Grants.AsNoTracking()
                   join c in db.Cases on g.CaseId equals c.Id
                   where c.Network == network
                   orderby c.StartedOn, c.Pseudonym, g.ValidFrom
                   select new { c.Pseudonym, c.StartedOn, Grant = g };
        await Each(rows, writer, send, row =>
        {
            writer.Text(row.Pseudonym);
            writer.Day(row.StartedOn);
            writer.Text(row.Grant.Key);
            var values = CaseColumns.Read(row.Grant).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
            OfGrant.ForEach(f => Cell(writer, f, values.GetValueOrDefault(f.Item)));
        }, ct);
    }

    private async Task Work(ITableWriter writer, Func<Task> send, CancellationToken ct)
    {
        var rows = from i in db.Input.AsNoTracking()
                   join c in db.Cases on i.CaseId equals c.Id
                   where c.Network == network
                   orderby c.StartedOn, c.Pseudonym, i.Week
                   select new { c.Pseudonym, c.StartedOn, Input = i };
        await Each(rows, writer, send, row =>
        {
            writer.Text(row.Pseudonym);
            writer.Day(row.StartedOn);
            writer.Number(row.Input.Week);
            Cell(writer, OfWork[1], row.Input.Profession.ToString());
            writer.Number(row.Input.Direct);
            writer.Number(row.Input.Travel);
            writer.Number(row.Input.Coordination);
        }, ct);
    }

    private static async Task Each<T>(IQueryable<T> rows, ITableWriter writer, Func<Task> send, Action<T> write, CancellationToken ct)
    {
        var count = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            write(row);
            writer.EndRow();
            await (++count % Portion == 0 ? send() : Task.CompletedTask);
        }
    }

    /// <summary>What each column is, and what its codes mean.</summary>
    private void Definitions(ITableWriter writer, IReadOnlyList<CaseField> fields)
    {
        writer.Begin(
            texts["imports.export.definitions"],
            [
                new TableColumn(texts["imports.export.column"], 40), new TableColumn(texts["imports.export.path"], 24), new TableColumn(texts["imports.export.kind"], 16),
                new TableColumn(texts["imports.export.values"], 80), new TableColumn(texts["imports.export.reasons"], 60),
            ]);
        foreach (var field in fields)
        {
            writer.Text(Label(field));
            writer.Text(field.Path.Replace("*.", "", StringComparison.Ordinal));
            writer.Text(texts[$"imports.export.kind.{field.Kind}"]);
            writer.Text(field.Kind switch
            {
                CaseFieldKind.Code => string.Join("; ", field.Codes.Select(c => $"{c} = {Words.Of(texts, field, c)}")),
                CaseFieldKind.Whole or CaseFieldKind.Number => $"{Bound(field.Min)}–{Bound(field.Max)}",
                _ => null,
            });
            writer.Text(field.TakesReason ? string.Join("; ", NotDone.Codes.Select(reason => $"{reason} = {Word(field, reason)}")) : null);
            writer.EndRow();
        }

        string Bound(decimal limit) => limit.ToString("0.##", texts.Culture);
    }
}

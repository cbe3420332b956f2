using System.Globalization;
using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Formats.Tables;
using Mestring.Web.Design;
using Mestring.Web.Imports;

namespace Mestring.Web.Commands;

/// <summary>What <c>mestring import cases</c> says: each refused row with its cure, each field that changes, and the columns that are not read.</summary>
internal sealed class ImportAnswer : IImportWatch
{
    private const int Shown = 20;
    private static readonly Texts Texts = new(Language.En);
    private readonly List<Fault> _refused = [];
    private readonly List<Difference> _changes = [];

    /// <summary>The headings of the file, once they are known.</summary>
    public string[] Names { get; set; } = [];

    /// <summary>Headings of columns with values that are not read.</summary>
    public IReadOnlyList<string> NotRead { get; set; } = [];

    /// <summary>What the rows came to; null when the file was refused before they were read.</summary>
    public Report? Report { get; set; }

    /// <inheritdoc/>
    public void Refused(int row, TableCell[] cells, IReadOnlyList<Finding> why)
    {
        foreach (var finding in why)
        {
            var (view, line) = (View(finding), ShowImport.Line.Of(Texts, finding, Names));
            var found = finding.Kind is FindingKind.IdentityNumber ? "" : finding.Found;
            _refused.Add(new Fault(row, finding.Column is { } column && column < Names.Length ? Names[column] : "", found, line.Expected.Length > 0 ? line.Expected : view.Title, CommandCure.Of(finding) ?? view.Cure));
        }
    }

    /// <inheritdoc/>
    public void Changed(CheckedCourse course)
    {
        var (before, after, said) = (course.Change!.Before, course.Change.After, course.Said!);
        foreach (var path in before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(p => !p.EndsWith($".{MeasurementItems.Answered}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            _changes.Add(new Difference(said.TryGetValue(path, out var place) ? place.Row : course.Taken[0], path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)));
        }
    }

    /// <summary>The file itself is refused.</summary>
    public void Refuse(TableException fault) => _refused.Add(new Fault(fault.Row, fault.Column ?? "", fault.Problem, "", fault.Cure));

    /// <summary>No column says which case a row is about.</summary>
    public void RefuseWithoutKey(IEnumerable<string> missing) => _refused.Add(new Fault(
        null, string.Join(", ", missing.Select(Texts.Field)), string.Join(", ", Names), "a column of that name", "Name the column as in an export, or say which it is with --mapping."));

    /// <summary>One object for programs.</summary>
    public string Json()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("rows", Report?.Rows ?? 0);
            writer.WriteNumber("new", Report?.Created ?? 0);
            writer.WriteNumber("changed", Report?.Updated ?? 0);
            writer.WriteNumber("same", Report?.Unchanged ?? 0);
            writer.WriteStartArray("refused");
            foreach (var fault in _refused)
            {
                writer.WriteStartObject();
                Row(writer, fault.Row);
                writer.WriteString("column", fault.Column);
                writer.WriteString("found", fault.Found);
                writer.WriteString("wanted", fault.Wanted);
                writer.WriteString("cure", fault.Cure);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("not_read");
            foreach (var name in NotRead)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("changes");
            foreach (var change in _changes)
            {
                writer.WriteStartObject();
                Row(writer, change.Row);
                writer.WriteString("field", change.Path);
                Value(writer, "old", change.Path, change.Old);
                Value(writer, "new", change.Path, change.New);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>What people read on the screen; refusals go to the other stream.</summary>
    public async Task Say(TextWriter said, TextWriter complained)
    {
        foreach (var fault in _refused)
        {
            await complained.WriteLineAsync(
                $"refused: {(fault.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : "the file")}{Part(", column ", fault.Column)}{Part(": found ", fault.Found)}{Part(", wanted ", fault.Wanted)}. {fault.Cure}");
        }

        foreach (var group in Report?.Groups.Where(g => !g.First.IsError) ?? [])
        {
            var view = View(group.First);
            await said.WriteLineAsync($"look: {view.Title} ({group.Count} rows). {view.Cure}");
            foreach (var line in group.Findings.Take(Shown).Select(f => ShowImport.Line.Of(Texts, f, Names)))
            {
                await said.WriteLineAsync($"  row {line.Row}{Part(", ", line.Column)}{Part(": ", line.Found)}{Part(" - ", line.Expected)}");
            }
        }

        foreach (var change in _changes)
        {
            await said.WriteLineAsync($"changed: row {change.Row}, {Texts.Field(change.Path)}: {Texts.Value(change.Path, change.Old)} -> {Texts.Value(change.Path, change.New)}");
        }

        if (NotRead.Count > 0)
        {
            await said.WriteLineAsync($"not read, though they have values: {string.Join(", ", NotRead)}. Say what they are with --mapping, or that they are not to be read.");
        }

        if (Report is { } report)
        {
            await said.WriteLineAsync($"{report.Rows} rows: {report.Created} new cases, {report.Updated} changed, {report.Unchanged} the same, {report.Rejected} rows refused.");
        }
    }

    private ShowImport.GroupView View(Finding finding) => ShowImport.GroupView.Of(Texts, new Report.Group(finding, 1, [finding]), 0, Names, new Mapping());

    private static string Part(string before, string text) => text.Length > 0 ? before + text : "";

    private static void Row(Utf8JsonWriter writer, int? row)
    {
        if (row is { } number)
        {
            writer.WriteNumber("row", number);
        }
        else
        {
            writer.WriteNull("row");
        }
    }

    private static void Value(Utf8JsonWriter writer, string name, string path, string? value)
    {
        if (CaseFields.Find(path)?.Kind is CaseFieldKind.Whole or CaseFieldKind.Number && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    private sealed record Fault(int? Row, string Column, string Found, string Wanted, string Cure);

    private sealed record Difference(int Row, string Path, string? Old, string? New);
}

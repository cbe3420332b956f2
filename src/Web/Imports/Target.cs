using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Imports;

/// <summary>What a column of a file can be: a field of a course, or the part of one that each row says for itself.</summary>
/// <param name="Id">Such as <c>birth-year</c>, <c>weeks10.sppb.gait</c>, <c>at.sppb.gait</c> (of the row's own measurement), <c>grant2.amount</c> or <c>at</c>.</param>
/// <param name="Field">What the cells hold.</param>
internal sealed record Target(string Id, CaseField Field)
{
    /// <summary>The column that says which measurement the row is.</summary>
    public const string At = "at";

    /// <summary>The total of SPPB that a record hands over; checked against the tasks, and not kept.</summary>
    public const string SppbTotal = ".sppb.total";

    /// <summary>The item of a decision that says which it is, so that an export can be read back when something else of it was changed.</summary>
    public const string Key = "key";

    private const string OfRow = "at.";
    private const string OfGrant = "grant";
    private const int MostGrants = 4;

    /// <summary>The columns that say which week of the course, and which profession, the row's working time is of.</summary>
    public const string Week = "input.week";

    /// <inheritdoc cref="Week"/>
    public const string Profession = "input.profession";

    /// <summary>Every target, in the order people meet them.</summary>
    public static IReadOnlyList<Target> All { get; } = [.. Build()];

    private static readonly Dictionary<string, Target> ById = All.ToDictionary(t => t.Id, StringComparer.Ordinal);

    public static Target? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Which decision of the row it is part of; null when none.</summary>
    public int? Grant { get; private init; }

    /// <summary>Whether it is part of the row's working time: the week, the profession, or minutes of a kind.</summary>
    public bool IsWork => Id.StartsWith("input.", StringComparison.Ordinal);

    /// <summary>The item, where the row says the measurement itself; null otherwise.</summary>
    public string? RowItem => Id.StartsWith(OfRow, StringComparison.Ordinal) ? Id[OfRow.Length..] : null;

    /// <summary>What it is called on pages and in exported files.</summary>
    public string Label(Texts texts) => this switch
    {
        { Id: At } => texts["imports.target.at"],
        { IsWork: true } => texts["imports.target.work", Name(texts, Field.Name)],
        { Grant: { } grant } => texts["imports.target.grant", grant, Name(texts, Field.Name)],
        { RowItem: not null, Field.Goal: { } goal } => texts["imports.target.row", texts["design.field.of-goal", goal, Name(texts, Field.Name)]],
        { RowItem: not null } => texts["imports.target.row", Name(texts, Field.Name)],
        { Field.Name: "sppb.total" } => texts["design.field.at-point", texts[$"cases.point.{Enum.Parse<MeasurementPoint>(Id.Split('.')[0], ignoreCase: true)}"], Name(texts, Field.Name)],
        _ => texts.Field(Id),
    };

    /// <summary>Every name it has on pages and in exports: a sheet of decisions or of working time has nothing else on the row.</summary>
    public IEnumerable<string> Labels(Texts texts) => IsWork || Grant is 1 ? [Label(texts), Name(texts, Field.Name)] : [Label(texts)];

    /// <summary>The name of the field at a path, or of the measurement or decision it stands for.</summary>
    public static string FieldName(string path) => CaseFields.Find(path)?.Name ?? (path.EndsWith(SppbTotal, StringComparison.Ordinal) ? SppbTotal[1..] : path);

    /// <summary>What a kind of field is called, wherever it stands; a measurement by its point.</summary>
    public static string Name(Texts texts, string field) => field switch
    {
        At => texts["imports.target.at"],
        Week => texts["imports.target.week"],
        Profession => texts["imports.target.profession"],
        "sppb.total" => texts["imports.target.sppb-total"],
        _ when Enum.TryParse<MeasurementPoint>(field, ignoreCase: true, out var point) => texts[$"cases.point.{point}"],
        _ => texts[$"design.field.{field}"],
    };

    private static IEnumerable<Target> Build()
    {
        foreach (var field in CaseFields.Basics.Concat(CaseFields.Goals))
        {
            yield return new Target(field.Path, field);
        }

        foreach (var field in Enum.GetValues<MeasurementPoint>().SelectMany(CaseFields.At).Where(IsAsked))
        {
            yield return new Target(field.Path, field);
        }

        foreach (var point in Enum.GetNames<MeasurementPoint>().Select(p => p.ToLowerInvariant()).Append(At))
        {
            yield return new Target(point + SppbTotal, new CaseField("sppb.total", CaseFieldKind.Whole) { Max = SppbScore.Max });
        }

        yield return new Target(At, new CaseField(At, CaseFieldKind.Code) { Codes = Enum.GetNames<MeasurementPoint>() });
        foreach (var field in MeasurementItems.All.Where(IsAsked))
        {
            yield return new Target(OfRow + field.Path, field);
        }

        for (var grant = 1; grant <= MostGrants; grant++)
        {
            foreach (var field in CaseFields.Repeated.Where(f => f.Name.StartsWith("grant.", StringComparison.Ordinal)))
            {
                yield return new Target(string.Create(CultureInfo.InvariantCulture, $"{OfGrant}{grant}.{field.Item}"), field) { Grant = grant };
            }
        }

        yield return new Target($"{OfGrant}1.{Key}", new CaseField($"grant.{Key}", CaseFieldKind.Text) { Max = 40, Item = Key }) { Grant = 1 };
        yield return new Target(Week, new CaseField(Week, CaseFieldKind.Whole) { Min = 1, Max = WorkInput.LastWeek });
        yield return new Target(Profession, new CaseField(Profession, CaseFieldKind.Code) { Codes = Enum.GetNames<Core.Measures.Profession>() });
        foreach (var field in CaseFields.Repeated.Where(f => f.Name.StartsWith("input.", StringComparison.Ordinal)))
        {
            yield return new Target(field.Name, field);
        }
    }

    private static bool IsAsked(CaseField field) => !MeasurementItems.IsProgress(field.Item);
}

using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Web.Storage;

/// <summary>The fields of a course that are columns, as the text of machines: one line a field, both ways.</summary>
internal static class CaseColumns
{
    private static readonly Dictionary<string, Column<CaseRow>> OfCase = new(StringComparer.Ordinal)
    {
        ["pseudonym"] = new(r => Words(r.Pseudonym), (r, v) => r.Pseudonym = v ?? ""),
        ["birth-year"] = new(r => r.BirthYear == 0 ? null : Whole(r.BirthYear), (r, v) => r.BirthYear = Whole(v) ?? 0),
        ["sex"] = new(r => r.Sex.ToString(), (r, v) => r.Sex = Code<Sex>(v) ?? default),
        ["household"] = new(r => r.Household.ToString(), (r, v) => r.Household = Code<Household>(v) ?? default),
        ["referral"] = new(r => r.Referral?.ToString(), (r, v) => r.Referral = Code<Referral>(v)),
        ["condition"] = new(r => r.Condition?.ToString(), (r, v) => r.Condition = Code<Condition>(v)),
        ["new-user"] = new(r => YesNo(r.NewUser), (r, v) => r.NewUser = v is "yes"),
        ["motivation"] = new(r => Whole(r.Motivation), (r, v) => r.Motivation = Whole(v)),
        ["falls"] = new(r => Whole(r.Falls), (r, v) => r.Falls = Whole(v)),
        ["unit"] = new(r => Words(r.Unit), (r, v) => r.Unit = v ?? ""),
        ["responsible"] = new(r => Words(r.Responsible), (r, v) => r.Responsible = v ?? ""),
        ["started-on"] = new(r => r.StartedOn == default ? null : Day(r.StartedOn), (r, v) => r.StartedOn = Day(v) ?? default),
        ["planned-end"] = new(r => Day(r.PlannedEnd), (r, v) => r.PlannedEnd = Day(v)),
        ["ended-on"] = new(r => Day(r.EndedOn), (r, v) => r.EndedOn = Day(v)),
        ["end-reason"] = new(r => r.EndReason?.ToString(), (r, v) => r.EndReason = Code<EndReason>(v)),
        ["setting"] = new(r => r.Setting?.ToString(), (r, v) => r.Setting = Code<Setting>(v)),
        ["setting-91-days"] = new(r => r.Setting91Days?.ToString(), (r, v) => r.Setting91Days = Code<Setting>(v)),
        ["setting-12-months"] = new(r => r.Setting12Months?.ToString(), (r, v) => r.Setting12Months = Code<Setting>(v)),
        ["instrument"] = new(r => r.GoalInstrument.ToString(), (r, v) => r.GoalInstrument = Code<GoalInstrument>(v) ?? default),
        ["copm-licence"] = new(r => YesNo(r.CopmLicence), (r, v) => r.CopmLicence = v is "yes"),
    };

    private static readonly Dictionary<string, Column<GoalRow>> OfGoal = new(StringComparer.Ordinal)
    {
        ["text"] = new(r => Words(r.Text), (r, v) => r.Text = v ?? ""),
        ["domain"] = new(r => r.Domain.ToString(), (r, v) => r.Domain = Code<GoalDomain>(v) ?? default),
        ["weight"] = new(r => Whole(r.Weight), (r, v) => r.Weight = Whole(v)),
    };

    private static readonly Dictionary<string, Column<MeasurementRow>> OfMeasurement = new(StringComparer.Ordinal)
    {
        [MeasurementItems.Status] = new(r => r.Status.ToString(), (r, v) => r.Status = Code<MeasurementStatus>(v) ?? default),
        [MeasurementItems.On] = new(r => Day(r.MeasuredOn), (r, v) => r.MeasuredOn = Day(v)),
        [MeasurementItems.Answered] = new(r => Words(r.Answered), (r, v) => r.Answered = v ?? ""),
        [MeasurementItems.Asked] = new(r => Words(r.Asked), (r, v) => r.Asked = v ?? ""),
    };

    private static readonly Dictionary<string, Column<GrantRow>> OfGrant = new(StringComparer.Ordinal)
    {
        ["service"] = new(r => Words(r.Service), (r, v) => r.Service = v ?? ""),
        ["amount"] = new(r => r.Amount.ToString(CultureInfo.InvariantCulture), (r, v) => r.Amount = v is null ? 0 : double.Parse(v, CultureInfo.InvariantCulture)),
        ["unit"] = new(r => r.Unit.ToString(), (r, v) => r.Unit = Code<GrantUnit>(v) ?? default),
        ["from"] = new(r => Day(r.ValidFrom), (r, v) => r.ValidFrom = Day(v) ?? default),
        ["to"] = new(r => Day(r.ValidTo), (r, v) => r.ValidTo = Day(v)),
        ["estimate"] = new(r => YesNo(r.IsEstimate), (r, v) => r.IsEstimate = v is "yes"),
    };

    private static readonly Dictionary<string, Column<InputRow>> OfInput = new(StringComparer.Ordinal)
    {
        ["direct"] = new(r => Whole(r.Direct), (r, v) => r.Direct = Whole(v)),
        ["travel"] = new(r => Whole(r.Travel), (r, v) => r.Travel = Whole(v)),
        ["coordination"] = new(r => Whole(r.Coordination), (r, v) => r.Coordination = Whole(v)),
    };

    public static IEnumerable<(string Name, string Value)> Read(CaseRow row) => Read(OfCase, row);

    public static IEnumerable<(string Name, string Value)> Read(GoalRow row) => Read(OfGoal, row);

    public static IEnumerable<(string Name, string Value)> Read(MeasurementRow row) => Read(OfMeasurement, row);

    public static IEnumerable<(string Name, string Value)> Read(GrantRow row) => Read(OfGrant, row);

    public static IEnumerable<(string Name, string Value)> Read(InputRow row) => Read(OfInput, row);

    public static void Write(CaseRow row, string name, string? value) => OfCase[name].Write(row, value);

    public static void Write(GoalRow row, string name, string? value) => OfGoal[name].Write(row, value);

    /// <returns>False when the item is no column but an answer.</returns>
    public static bool Write(MeasurementRow row, string name, string? value)
    {
        if (!OfMeasurement.TryGetValue(name, out var column))
        {
            return false;
        }

        column.Write(row, value);
        return true;
    }

    public static void Write(GrantRow row, string name, string? value) => OfGrant[name].Write(row, value);

    public static void Write(InputRow row, string name, string? value) => OfInput[name].Write(row, value);

    private static IEnumerable<(string Name, string Value)> Read<T>(Dictionary<string, Column<T>> columns, T row)
    {
        foreach (var (name, column) in columns)
        {
            if (column.Read(row) is { } value)
            {
                yield return (name, value);
            }
        }
    }

    private static string? Words(string text) => text.Length == 0 ? null : text;

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static T? Code<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.Parse<T>(text);

    private sealed record Column<T>(Func<T, string?> Read, Action<T, string?> Write);
}

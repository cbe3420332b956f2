using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Web.Design;

/// <summary>The fields of a course and what they hold, in the words of people: for history, import and export.</summary>
internal static class CaseWords
{
    /// <summary>What a field is called, with the measurement and goal it belongs to, such as "10 uker: Mål 2, utførelse".</summary>
    public static string Field(this Texts texts, string path)
    {
        if (CaseFields.Find(path) is not { } field)
        {
            return path;
        }

        var name = texts[$"design.field.{field.Name[(field.Name.IndexOf(':', StringComparison.Ordinal) + 1)..]}"];
        var parts = path.Split('.');
        return field switch
        {
            { Point: { } point, Goal: { } goal } => texts["design.field.at-point", texts[$"cases.point.{point}"], texts["design.field.of-goal", goal, name]],
            { Point: { } point } => texts["design.field.at-point", texts[$"cases.point.{point}"], name],
            { Goal: { } goal } => texts["design.field.of-goal", goal, name],
            { Name: var of } when of.StartsWith("input.", StringComparison.Ordinal) => texts["design.field.of-week", parts[1], texts[$"cases.profession.{parts[2]}"], name],
            _ => name,
        };
    }

    /// <summary>A value as people read it; a gap is said in words.</summary>
    public static string Value(this Texts texts, string path, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return texts["cases.gap"];
        }

        if (NotDone.IsReason(value))
        {
            return texts[$"cases.reason-not.{value[1..]}"];
        }

        return CaseFields.Find(path) switch
        {
            { Kind: CaseFieldKind.Date } => texts.ShortDate(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            { Kind: CaseFieldKind.YesNo } => texts[$"design.value.{value}"],
            { Kind: CaseFieldKind.Number } => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("0.##", texts.Culture),
            { Kind: CaseFieldKind.Code } field => texts.Code(field, value),
            _ => value,
        };
    }

    /// <summary>A code of a field, in words; a code that is a number stands as it is.</summary>
    public static string Code(this Texts texts, CaseField field, string code) => field.Name switch
    {
        "sex" => texts[$"cases.sex.{code}"],
        "household" => texts[$"cases.household.{code}"],
        "referral" => texts[$"cases.referral.{code}"],
        "condition" => texts[$"cases.condition.{code}"],
        "end-reason" => texts[$"cases.reason.{code}"],
        "setting" or "setting-91-days" or "setting-12-months" => texts[$"cases.setting.{code}"],
        "instrument" => texts[$"cases.instrument.{code}"],
        "goal.domain" => texts[$"cases.domain.{code}"],
        "status" => texts[$"cases.status.{code}"],
        "sppb.course" => decimal.Parse(code, CultureInfo.InvariantCulture).ToString("0.##", texts.Culture),
        "satisfaction.by" => texts[$"cases.service.by.{code}"],
        "tug.aid" => texts[$"cases.aid.{code}"],
        "grant.service" => texts[$"cases.service-code.{code}"],
        "grant.unit" => texts[$"cases.grant.unit.{code}"],
        _ => code,
    };
}

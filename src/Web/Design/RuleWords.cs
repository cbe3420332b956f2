using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Web.Design;

/// <summary>What the rules find, in the words of people.</summary>
internal static class RuleWords
{
    /// <summary>Where it is and what is wrong: "10 uker: Dato: 1. mars er utenfor …".</summary>
    public static string Finding(this Texts texts, RuleFinding finding) =>
        CaseFields.Find(finding.Path) is null ? texts.Message(finding) : texts["design.field.at-point", texts.Field(finding.Path), texts.Message(finding)];

    /// <summary>What is wrong, without where.</summary>
    public static string Message(this Texts texts, RuleFinding finding) =>
        texts[$"design.rule.{finding.Rule}", [.. finding.Values.Select(value => (object)Value(texts, value))]];

    private static string Value(Texts texts, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? texts.ShortDate(day)
        : decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##", texts.Culture)
        : value;
}

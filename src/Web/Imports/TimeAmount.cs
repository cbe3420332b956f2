using System.Globalization;
using System.Text.RegularExpressions;
using Mestring.Core.Measures;
using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>Amounts of time as spreadsheets show them, in the unit of a field: hours of decisions, minutes of work, seconds of a test.</summary>
internal static partial class TimeAmount
{
    private const decimal Minute = 60;
    private const decimal Hour = 3600;

    /// <summary>The amount; null where the field is no time, or the text can be two things: 0:12 may be twelve minutes or twelve seconds.</summary>
    public static decimal? In(CaseField field, CellKind kind, string text) =>
        Unit(field) is { } unit && Seconds(unit, kind, text) is { } seconds ? decimal.Round(seconds / unit, 6, MidpointRounding.AwayFromZero) : null;

    private static decimal? Unit(CaseField field) => field.Name switch
    {
        "grant.amount" => Hour,
        var name when name.StartsWith("input.", StringComparison.Ordinal) && field.Kind is CaseFieldKind.Whole && name is not Target.Week => Minute,
        _ => field.Kind is CaseFieldKind.Number ? 1 : null,
    };

    private static decimal? Seconds(decimal unit, CellKind kind, string text)
    {
        if (kind is CellKind.Duration)
        {
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;
        }

        if (kind is CellKind.Date || Clock().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (first, second) = (Part(match, "first"), Part(match, "second"));
        if (match.Groups["third"].Success)
        {
            // A time of day in a column of seconds was typed as minutes and seconds, and became hours and minutes.
            var third = Part(match, "third", match.Groups["fraction"].Success ? "fraction" : null);
            return kind is CellKind.Time && unit == 1 && (first > 0 || third == 0) ? null : (first * Hour) + (second * Minute) + third;
        }

        return match.Groups["fraction"].Success ? (first * Minute) + Part(match, "second", "fraction")
            : unit == Hour ? (first * Hour) + (second * Minute)
            : null;
    }

    private static decimal Part(Match match, string name, string? fraction = null) =>
        decimal.Parse(fraction is null ? match.Groups[name].Value : $"{match.Groups[name].Value}.{match.Groups[fraction].Value}", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>\d{1,4}):(?<second>[0-5]\d)(:(?<third>[0-5]\d))?([.,](?<fraction>\d{1,3}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();
}

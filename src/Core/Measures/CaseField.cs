using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>
/// One field of a course: where it stands and what it may hold. Values are the text of machines: invariant numbers, ISO days, codes,
/// "yes" and "no". No value at all says that nobody has answered; a reason (see <see cref="NotDone"/>) says why there is none.
/// </summary>
/// <param name="Path">Where it stands, such as <c>birth-year</c>, <c>goal2.domain</c>, <c>weeks10.sppb.walk1</c>.</param>
/// <param name="Kind">What it holds.</param>
public sealed record CaseField(string Path, CaseFieldKind Kind)
{
    /// <summary>What it is called in texts: the path without number, point and id.</summary>
    public string Name { get; init; } = Path;

    /// <summary>What it is called within the row it stands in: the path without point, goal, decision or week, such as <c>goal1.performance</c> of a measurement and <c>amount</c> of a decision.</summary>
    public string Item { get; init; } = Path;

    /// <summary>The measurement it belongs to; null for the course itself.</summary>
    public MeasurementPoint? Point { get; init; }

    /// <summary>The number of its goal, or null.</summary>
    public int? Goal { get; init; }

    /// <summary>The smallest number.</summary>
    public decimal Min { get; init; }

    /// <summary>The largest number, or the most characters of a text.</summary>
    public decimal Max { get; init; }

    /// <summary>The codes to choose from.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Whether a reason may stand instead of a value.</summary>
    public bool TakesReason { get; init; }

    /// <summary>Whether it holds the person's own words, which never leave the municipality.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>Whether a text is a value of this field.</summary>
    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (NotDone.IsReason(text))
        {
            return TakesReason && NotDone.Codes.Contains(text, StringComparer.Ordinal);
        }

        return Kind switch
        {
            CaseFieldKind.Whole => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole >= Min && whole <= Max,
            CaseFieldKind.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max,
            CaseFieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            CaseFieldKind.YesNo => text is "yes" or "no",
            CaseFieldKind.Code => Codes.Contains(text, StringComparer.Ordinal),
            _ => text.Length > 0 && text.Length <= Max,
        };
    }
}

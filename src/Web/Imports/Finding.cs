using Mestring.Core.Measures;

namespace Mestring.Web.Imports;

/// <summary>One thing that is wrong, or worth a second look, in one place of the file.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">The row, as a person counts.</param>
/// <param name="Column">The column from 0; null for the whole row.</param>
/// <param name="Field">The name of the field, or the empty text.</param>
/// <param name="Found">What stood there; never an identity number.</param>
/// <param name="Expected">What may stand there, such as "1–10"; empty where the words of the kind say it.</param>
/// <param name="Proposal">What was probably meant; null when that is a guess.</param>
public sealed record Finding(FindingKind Kind, int Row, int? Column, string Field, string Found, string Expected = "", string? Proposal = null)
{
    /// <summary>What a rule about whole courses found; null for what is wrong with one cell.</summary>
    public RuleFinding? Rule { get; init; }

    /// <summary>Findings with the same key are shown and cured together.</summary>
    public string Key => Rule is { } rule ? $"{Kind}.{rule.Rule}.{Field}" : Field.Length == 0 ? $"{Kind}" : $"{Kind}.{Field}";

    public bool IsError => Kind < FindingKind.RuleWarning;

    /// <summary>Whether somebody can say once what the word or number means, for this file and the next ones.</summary>
    public bool AsksForMeaning => Kind is FindingKind.UnknownWord or FindingKind.ZeroSeconds;

    /// <summary>Whether the row can be read without the value, or as it stands when somebody says that it is meant so.</summary>
    public bool CanLeaveOut => Kind is FindingKind.OverlappingCase
        || (Column is not null && IsOfValue && Field is not ("pseudonym" or "started-on" or "birth-year" or Target.At or Target.Week or Target.Profession));

    private bool IsOfValue => Kind is FindingKind.NotANumber or FindingKind.NotWhole or FindingKind.TwoReadings or FindingKind.TimeCell or FindingKind.PercentCell or FindingKind.OutOfRange
        or FindingKind.ZeroInCopm or FindingKind.NotADate or FindingKind.DateOrder or FindingKind.UnknownWord or FindingKind.RetiredService or FindingKind.SpreadsheetError or FindingKind.TooLong
        or FindingKind.FutureDate or FindingKind.GoalChanged;
}

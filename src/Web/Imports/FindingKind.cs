namespace Mestring.Web.Imports;

/// <summary>What is wrong with a row, or worth a second look. Those from <see cref="RuleWarning"/> on only warn.</summary>
public enum FindingKind
{
    IdentityNumber,
    Missing,
    NotANumber,
    NotWhole,
    OutOfRange,
    ZeroInCopm,
    NotADate,
    FutureDate,
    UnknownWord,
    SpreadsheetError,
    NotAPseudonym,
    TooLong,
    MoreCells,
    Contradiction,
    NoPoint,
    NoLicence,
    GrantIncomplete,
    WorkIncomplete,
    OtherInstrument,
    NetworkEnded,
    RegistrationClosed,
    Rule,
    RuleWarning,
    GoalWithoutText,
    IdentityNumberUnread,
}

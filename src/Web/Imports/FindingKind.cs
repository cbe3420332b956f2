using System.Text.Json.Serialization;

namespace Mestring.Web.Imports;

/// <summary>
/// What is wrong with a row, or worth a second look. Those from <see cref="RuleWarning"/> on only warn. Reports are stored with the names, so
/// that a new kind may come where it belongs.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
public enum FindingKind
{
    IdentityNumber,
    Missing,
    NotANumber,
    NotWhole,
    TwoReadings,
    TimeCell,
    PercentCell,
    OutOfRange,
    ZeroInCopm,
    ZeroSeconds,
    NotADate,
    DateOrder,
    FutureDate,
    UnknownWord,
    RetiredService,
    SpreadsheetError,
    NotAPseudonym,
    TooLong,
    MoreCells,
    Contradiction,
    NoPoint,
    NoLicence,
    GrantIncomplete,
    WorkIncomplete,
    NoInstrument,
    OtherInstrument,
    GoalChanged,
    OverlappingCase,
    NetworkEnded,
    RegistrationClosed,
    Rule,
    CaseRefused,
    RuleWarning,
    GoalWithoutText,
    GoalWithoutArea,
    TotalWithoutTasks,
    IdentityNumberUnread,
}

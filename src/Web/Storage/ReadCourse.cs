namespace Mestring.Web.Storage;

/// <summary>A course that was read to be told about.</summary>
internal sealed record ReadCourse(CaseRow Row, IEnumerable<GoalRow> Goals, IEnumerable<MeasurementRow> Measurements);

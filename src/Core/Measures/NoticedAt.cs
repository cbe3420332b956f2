namespace Mestring.Core.Measures;

/// <summary>What was noticed, and where.</summary>
/// <param name="Notice">What is worth a second look.</param>
/// <param name="Point">The measurement it is about; null when it is about the whole course.</param>
public readonly record struct NoticedAt(CaseNotice Notice, MeasurementPoint? Point);

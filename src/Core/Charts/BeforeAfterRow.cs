namespace Mestring.Core.Charts;

/// <summary>One value before and after, on the scale of the chart.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Change">The change as written, such as "+3,1"; or why there is none.</param>
/// <param name="Before">The value before, or null where it is missing.</param>
/// <param name="After">The value after, or null where it is missing.</param>
/// <param name="BeforeText">The value before, as written.</param>
/// <param name="AfterText">The value after, as written.</param>
/// <param name="Count">How many stand behind it, such as "46 mål"; empty for one person.</param>
/// <param name="IsFew">Whether the figures are too few to lean on, and are drawn faint.</param>
public sealed record BeforeAfterRow(string Label, string Change, double? Before, double? After, string BeforeText, string AfterText, string Count = "", bool IsFew = false);

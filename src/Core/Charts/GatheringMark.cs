namespace Mestring.Core.Charts;

/// <summary>A gathering on the line.</summary>
/// <param name="Day">Its first day.</param>
/// <param name="Number">What stands in the circle, such as "1".</param>
/// <param name="Text">The days as written, such as "12.–13. okt.".</param>
public sealed record GatheringMark(DateOnly Day, string Number, string Text);

namespace Mestring.Core.Charts;

/// <summary>Rows under one heading, such as one goal's performance and satisfaction.</summary>
/// <param name="Name">Empty for no heading.</param>
/// <param name="Rows">In the order they are read.</param>
public sealed record BeforeAfterGroup(string Name, IReadOnlyList<BeforeAfterRow> Rows);

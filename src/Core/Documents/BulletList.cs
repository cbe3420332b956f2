namespace Mestring.Core.Documents;

/// <summary>Points in no particular order.</summary>
public sealed record BulletList(IReadOnlyList<string> Items) : Block;

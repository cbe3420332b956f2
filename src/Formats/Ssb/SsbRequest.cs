namespace Mestring.Formats.Ssb;

/// <summary>One call to Statistics Norway.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Json">The body of a POST; null for a GET.</param>
public sealed record SsbRequest(Uri Address, string? Json);

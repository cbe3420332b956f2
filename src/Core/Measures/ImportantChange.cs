namespace Mestring.Core.Measures;

/// <summary>The smallest change on an instrument that matters, as one source has it; figures keep the version they were counted with.</summary>
/// <param name="Version">A short name of this value, unique within the instrument, such as "tuntland-2016".</param>
/// <param name="Value">Points or units of the instrument, always above 0, in the better direction.</param>
/// <param name="ForOnePerson">Whether the value can tell about one person; a smaller one holds for groups only.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ImportantChange(string Version, double Value, bool ForOnePerson, string Source);

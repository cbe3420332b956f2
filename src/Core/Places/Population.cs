namespace Mestring.Core.Places;

/// <summary>How many people lived in a municipality on a day.</summary>
/// <param name="Municipality">The municipality, by the code in force on that day.</param>
/// <param name="AsOf">The day counted, usually 1 January.</param>
/// <param name="Inhabitants">People; 0 or more.</param>
/// <param name="Source">Where the number is from, such as "SSB 07459".</param>
public sealed record Population(MunicipalityCode Municipality, DateOnly AsOf, int Inhabitants, string Source);

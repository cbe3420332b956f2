namespace Mestring.Core.Places;

/// <summary>One step from a municipality to what came after it; a merger of three has three, a split in two has two.</summary>
/// <param name="On">The first day of the new order.</param>
/// <param name="From">The number before.</param>
/// <param name="FromName">The name before.</param>
/// <param name="To">The number after; the same as before when only the name or the extent changed.</param>
/// <param name="ToName">The name after.</param>
/// <param name="Kind">How.</param>
public sealed record MunicipalityChange(DateOnly On, MunicipalityCode From, string FromName, MunicipalityCode To, string ToName, MunicipalityChangeKind Kind);

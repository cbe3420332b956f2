using Mestring.Core.Places;

namespace Mestring.Web.Places;

/// <summary>What a file or Statistics Norway said about municipalities.</summary>
/// <param name="Day">The day the municipalities are those of.</param>
/// <param name="Municipalities">The ones in force that day; empty when nothing was said about them.</param>
/// <param name="Populations">How many live there, on one or several days; empty when nothing was said about it.</param>
internal sealed record PlacesRead(DateOnly Day, IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Population> Populations);

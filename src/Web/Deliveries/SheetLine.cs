using Mestring.Core.Indicators;

namespace Mestring.Web.Deliveries;

/// <summary>One figure: what it is, what stands there now and what stood there the year before.</summary>
public sealed record SheetLine(FigureDefinition Definition, FigureEntry Now, Figure Before);

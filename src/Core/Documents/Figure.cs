using Mestring.Core.Charts;

namespace Mestring.Core.Documents;

/// <summary>A chart with its heading, sentence, source and, unless told otherwise, its numbers as a table.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="WithTable">Whether the numbers stand below it; false where another table of the document has them.</param>
public sealed record Figure(Chart Chart, bool WithTable = true) : Block
{
    /// <summary>What the figure shows and says, for those who do not see it.</summary>
    public string AlternativeText => $"{Chart.Text.Description} {Chart.Text.Reading}".Trim();
}

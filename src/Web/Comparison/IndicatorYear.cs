namespace Mestring.Web.Comparison;

/// <summary>The indicators of the year that is compared.</summary>
/// <param name="Year">Null while nobody has handed over figures.</param>
/// <param name="Delivered">Municipalities that have handed over for the year.</param>
/// <param name="Indicators">In the order of the programme.</param>
/// <param name="Years">All years somebody has handed over, the latest first.</param>
internal sealed record IndicatorYear(int? Year, int Delivered, IReadOnlyList<IndicatorResults> Indicators, IReadOnlyList<int> Years)
{
    public static IndicatorYear None { get; } = new(null, 0, [], []);
}

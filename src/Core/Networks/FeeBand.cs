namespace Mestring.Core.Networks;

/// <summary>One row of a fee table, as it is printed: from and to inhabitants, both included.</summary>
/// <param name="From">The lowest number of inhabitants; 0 or more.</param>
/// <param name="To">The highest; null for "and above".</param>
/// <param name="Amount">Kroner; null for "by agreement".</param>
public sealed record FeeBand(int From, int? To = null, decimal? Amount = null)
{
    /// <summary>Whether a municipality with so many inhabitants is in the band.</summary>
    public bool Holds(int inhabitants) => inhabitants >= From && (To is null || inhabitants <= To);
}

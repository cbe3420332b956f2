namespace Mestring.Core.Networks;

/// <summary>What taking part costs a municipality once: a table by inhabitants or a flat amount. Travel and stay are never in it.</summary>
public sealed record FeeSchedule
{
    /// <summary>By inhabitants or flat.</summary>
    public required FeeKind Kind { get; init; }

    /// <summary>Rows with ascending inhabitants; empty for a flat fee.</summary>
    public IReadOnlyList<FeeBand> Bands { get; init; } = [];

    /// <summary>Kroner for everybody; null for a table.</summary>
    public decimal? FlatAmount { get; init; }

    /// <summary>Whether the amount is "about".</summary>
    public bool Approximate { get; init; }

    /// <summary>Whether VAT is in the amounts.</summary>
    public VatStatus Vat { get; init; }

    /// <summary>What must happen for the amount to hold, such as an approved grant; null when nothing.</summary>
    public LocalizedText? Condition { get; init; }

    /// <summary>How an unclear table is read, shown with the fee; null when it is clear.</summary>
    public LocalizedText? Reading { get; init; }

    /// <summary>The fee for a municipality.</summary>
    /// <param name="inhabitants">0 or more; not used for a flat fee.</param>
    /// <exception cref="ArgumentOutOfRangeException">Inhabitants are negative.</exception>
    /// <exception cref="InvalidOperationException">The table has a fault at this number; see <see cref="Faults"/>.</exception>
    public FeeQuote For(int inhabitants)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inhabitants);
        if (Kind is FeeKind.Flat)
        {
            return Quote(FlatAmount, null);
        }

        var rows = Bands.Where(band => band.Holds(inhabitants)).Take(2).ToList();
        return rows is [var only]
            ? Quote(only.Amount, only)
            : throw new InvalidOperationException($"{inhabitants} inhabitants stand in {(rows.Count is 0 ? "no row" : "two rows")} of the fee table; check it with Faults before it is used.");
    }

    /// <summary>Everything that keeps the table from giving exactly one answer for every number of inhabitants; empty when it is sound.</summary>
    public IReadOnlyList<FeeFault> Faults() => Kind is FeeKind.Flat
        ? FlatAmount switch
        {
            null => [new FeeFault(FeeFaultKind.Empty, 0, 0, null)],
            < 0 => [new FeeFault(FeeFaultKind.Negative, 0, 0, null)],
            _ => [],
        }
        : [.. BandFaults()];

    /// <summary>The same table read so that the lower row wins where two rows share a number: each row begins one above the row before it.</summary>
    public FeeSchedule WithLowerRowWinning() => this with
    {
        Bands = [.. Bands.Select((band, i) => i > 0 && Bands[i - 1].To is { } end && band.From <= end && end < (band.To ?? int.MaxValue) ? band with { From = end + 1 } : band)],
    };

    private IEnumerable<FeeFault> BandFaults()
    {
        if (Bands.Count is 0)
        {
            yield return new FeeFault(FeeFaultKind.Empty, 0, 0, null);
            yield break;
        }

        // The first number no row has spoken for yet; beyond int where a row said "and above".
        long next = 0;
        foreach (var (row, band) in Bands.Index().Select(each => (each.Index + 1, each.Item)))
        {
            if (band.Amount < 0)
            {
                yield return new FeeFault(FeeFaultKind.Negative, row, band.From, band.To);
            }

            if (band.From < 0 || band.To < band.From)
            {
                yield return new FeeFault(FeeFaultKind.Backwards, row, band.From, band.To);
                continue;
            }

            if (band.From < next)
            {
                var end = Math.Min(next - 1, band.To ?? int.MaxValue);
                yield return new FeeFault(FeeFaultKind.Overlap, row, band.From, end >= int.MaxValue ? null : (int)end);
            }
            else if (band.From > next)
            {
                yield return new FeeFault(FeeFaultKind.Gap, row, (int)next, band.From - 1);
            }

            next = Math.Max(next, (band.To ?? int.MaxValue) + 1L);
        }

        if (next <= int.MaxValue)
        {
            yield return new FeeFault(FeeFaultKind.NothingAbove, Bands.Count, (int)next, null);
        }
    }

    private FeeQuote Quote(decimal? amount, FeeBand? band) => new(amount, band, amount is null, Approximate, Vat, Condition, Reading);
}

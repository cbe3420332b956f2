using Mestring.Core.Places;

namespace Mestring.Core.Networks;

/// <summary>A municipality's fee as it was when it enrolled: later changes of table or population do not move it.</summary>
public sealed record Fee
{
    /// <summary>Kroner; null until the network leader has entered an agreed amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The row of the table that was used; null for a flat fee.</summary>
    public FeeBand? Band { get; init; }

    /// <summary>Whether the amount is agreed on with the network leader.</summary>
    public bool ByAgreement { get; init; }

    /// <summary>Whether the amount is "about".</summary>
    public bool Approximate { get; init; }

    /// <summary>Whether VAT is in it.</summary>
    public VatStatus Vat { get; init; }

    /// <summary>Inhabitants the fee was computed from; null when none was asked for.</summary>
    public int? Inhabitants { get; init; }

    /// <summary>The day the inhabitants were counted.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>Where the number of inhabitants is from.</summary>
    public string? PopulationSource { get; init; }

    /// <summary>What must happen for the amount to hold; null when nothing.</summary>
    public LocalizedText? Condition { get; init; }

    /// <summary>How the table was read.</summary>
    public LocalizedText? Reading { get; init; }

    /// <summary>Works out the fee and keeps everything it rests on.</summary>
    /// <param name="schedule">The network's fee.</param>
    /// <param name="population">The municipality's population; may be null only for a flat fee.</param>
    /// <exception cref="ArgumentNullException">The fee is by inhabitants and no population is given.</exception>
    public static Fee Freeze(FeeSchedule schedule, Population? population)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Kind is FeeKind.Bands)
        {
            ArgumentNullException.ThrowIfNull(population);
        }

        var quote = schedule.For(population?.Inhabitants ?? 0);
        return new Fee
        {
            Amount = quote.Amount,
            Band = quote.Band,
            ByAgreement = quote.ByAgreement,
            Approximate = quote.Approximate,
            Vat = quote.Vat,
            Inhabitants = population?.Inhabitants,
            PopulationDate = population?.AsOf,
            PopulationSource = population?.Source,
            Condition = quote.Condition,
            Reading = quote.Reading,
        };
    }

    /// <summary>The same fee with the amount the network leader agreed on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    /// <exception cref="InvalidOperationException">The fee follows from the table and is not agreed on.</exception>
    public Fee Agree(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return ByAgreement
            ? this with { Amount = amount }
            : throw new InvalidOperationException("This fee follows from the fee table; only a fee by agreement has its amount entered.");
    }
}

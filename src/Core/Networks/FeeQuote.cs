namespace Mestring.Core.Networks;

/// <summary>What a municipality is asked to pay, and on what terms.</summary>
/// <param name="Amount">Kroner; null when it is agreed on or when nothing is known yet.</param>
/// <param name="Band">The row of the table that was used; null for a flat fee.</param>
/// <param name="ByAgreement">Whether the network leader has to enter the amount.</param>
/// <param name="Approximate">Whether the amount is "about".</param>
/// <param name="Vat">Whether VAT is in it.</param>
/// <param name="Condition">What must happen for the amount to hold; null when nothing.</param>
/// <param name="Reading">How an unclear table was read; null when it is clear.</param>
public sealed record FeeQuote(
    decimal? Amount, FeeBand? Band, bool ByAgreement, bool Approximate, VatStatus Vat, LocalizedText? Condition, LocalizedText? Reading);

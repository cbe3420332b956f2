using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>
/// One figure of a delivery: a value, or a reason why there is none (the name of <c>FigureState.Missing</c> or
/// <c>NotApplicable</c>). Neither means that nobody has answered yet.
/// </summary>
internal sealed class DeliveryValueRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Year { get; init; }

    public required string Item { get; init; }

    public double? Value { get; set; }

    public string Reason { get; set; } = "";

    public string Note { get; set; } = "";
}

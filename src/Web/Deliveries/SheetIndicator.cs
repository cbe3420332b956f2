using Mestring.Core.Indicators;

namespace Mestring.Web.Deliveries;

/// <summary>One indicator as this year's figures give it, beside the year before.</summary>
public sealed record SheetIndicator(IndicatorDefinition Definition, IndicatorValue Now, IndicatorValue Before)
{
    public bool NeedsALook => Now.Value is { } value && Definition.NeedsALook(value);
}

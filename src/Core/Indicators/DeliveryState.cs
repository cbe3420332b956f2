namespace Mestring.Core.Indicators;

/// <summary>How far a municipality's figures for a year have come.</summary>
public enum DeliveryState
{
    /// <summary>Being filled in; seen by the municipality alone and counted nowhere.</summary>
    Draft,

    /// <summary>Handed over by the municipality; counted in the network once disclosure control has let it through.</summary>
    HandedOver,
}

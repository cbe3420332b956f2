namespace Mestring.Core.Measures;

/// <summary>Why a course ended.</summary>
/// <remarks>The outcomes of the English return on short-term support (SALT, STS002), fitted to Norwegian services.</remarks>
public enum EndReason : byte
{
    /// <summary>Carried through; no service needed afterwards.</summary>
    NoService,

    /// <summary>Carried through; fewer or the same services afterwards.</summary>
    WithService,

    /// <summary>Carried through; shown to offers that are open to everybody.</summary>
    OpenOffer,

    /// <summary>Carried through; the person buys what is needed.</summary>
    Private,

    /// <summary>Went over to another time-limited service.</summary>
    OtherTimeLimited,

    /// <summary>Stopped early; the person did not want to go on.</summary>
    Declined,

    /// <summary>Stopped early; illness, hospital or the end of life.</summary>
    Illness,

    /// <summary>Stopped early; lasting services or a place in an institution instead.</summary>
    LongTermService,

    /// <summary>Moved out of the municipality.</summary>
    Moved,

    /// <summary>Stopped early for another reason.</summary>
    OtherEarly,

    /// <summary>The person died.</summary>
    Died,
}

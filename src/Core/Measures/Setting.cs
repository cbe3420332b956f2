namespace Mestring.Core.Measures;

/// <summary>Where a person lives, and with what help.</summary>
public enum Setting : byte
{
    /// <summary>At home without services.</summary>
    HomeWithoutService,

    /// <summary>At home with services.</summary>
    HomeWithService,

    /// <summary>In a short-term bed.</summary>
    ShortTermBed,

    /// <summary>In long-term care.</summary>
    LongTermCare,

    /// <summary>In hospital.</summary>
    Hospital,

    /// <summary>The person is dead.</summary>
    Died,

    /// <summary>Nobody knows.</summary>
    Unknown,
}

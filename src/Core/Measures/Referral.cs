namespace Mestring.Core.Measures;

/// <summary>Who asked for the course.</summary>
public enum Referral : byte
{
    /// <summary>A hospital.</summary>
    Hospital,

    /// <summary>The general practitioner.</summary>
    GeneralPractitioner,

    /// <summary>The home care service.</summary>
    HomeCare,

    /// <summary>The office that decides on services.</summary>
    AllocationOffice,

    /// <summary>The person or the next of kin.</summary>
    SelfOrFamily,

    /// <summary>Somebody else.</summary>
    Other,
}

namespace Mestring.Core.Measures;

/// <summary>The ten activities of the Barthel index, in the order of the 0–20 version.</summary>
public enum BarthelItem
{
    /// <summary>Bowels, 0 to 2.</summary>
    Bowels,

    /// <summary>Bladder, 0 to 2.</summary>
    Bladder,

    /// <summary>Grooming, 0 or 1.</summary>
    Grooming,

    /// <summary>Toilet use, 0 to 2.</summary>
    Toilet,

    /// <summary>Feeding, 0 to 2.</summary>
    Feeding,

    /// <summary>Transfer from bed to chair and back, 0 to 3.</summary>
    Transfer,

    /// <summary>Mobility indoors, 0 to 3.</summary>
    Mobility,

    /// <summary>Dressing, 0 to 2.</summary>
    Dressing,

    /// <summary>Stairs, 0 to 2.</summary>
    Stairs,

    /// <summary>Bathing, 0 or 1.</summary>
    Bathing,
}

namespace Mestring.Core.Places;

/// <summary>How a municipality became another.</summary>
public enum MunicipalityChangeKind
{
    /// <summary>The same place under a new number, after a county changed; the name may have changed too.</summary>
    Renumbered,

    /// <summary>The same place and number under a new name.</summary>
    Renamed,

    /// <summary>All of it became part of a larger one.</summary>
    Merged,

    /// <summary>It was divided, and this is where one part went.</summary>
    Split,
}

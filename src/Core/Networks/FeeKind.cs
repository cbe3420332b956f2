namespace Mestring.Core.Networks;

/// <summary>How a network charges for taking part.</summary>
public enum FeeKind
{
    /// <summary>By inhabitants, in bands.</summary>
    Bands,

    /// <summary>The same for everybody.</summary>
    Flat,
}

using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What a municipality has said that columns and words in its files mean, for the next file.</summary>
internal sealed class ImportMemory
{
    public required MunicipalityCode Municipality { get; init; }

    /// <summary>Meanings by the name of a column, and codes by word, as JSON.</summary>
    public string Meanings { get; set; } = "{}";
}

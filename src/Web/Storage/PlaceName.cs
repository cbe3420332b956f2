using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality and what it is called.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Name">The Norwegian name, by which lists are sorted.</param>
/// <param name="Others">Its other official names, Sámi and Kven.</param>
public sealed record PlaceName(MunicipalityCode Code, string Name, IReadOnlyList<string> Others)
{
    /// <summary>All names, the Norwegian one first: Kåfjord (Gáivuotna, Kaivuono).</summary>
    public string Full => Others.Count == 0 ? Name : $"{Name} ({string.Join(", ", Others)})";

    internal static PlaceName Of(MunicipalityCode code, string official)
    {
        var name = MunicipalityFacts.Norwegian(code, official);
        return new(code, name, [.. official.Split(" - ").Where(n => !string.Equals(n, name, StringComparison.Ordinal))]);
    }
}

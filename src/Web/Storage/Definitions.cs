using System.Collections.Concurrent;
using Mestring.Core.Networks;

namespace Mestring.Web.Storage;

/// <summary>What is stored about a network, read back. The last reading of each network is kept, and used only while the stored text is the same.</summary>
internal static class Definitions
{
    private static readonly ConcurrentDictionary<string, (string Json, NetworkDefinition Definition)> Kept = new(StringComparer.Ordinal);

    public static NetworkDefinition Of(string slug, string json)
    {
        if (Kept.TryGetValue(slug, out var kept) && string.Equals(kept.Json, json, StringComparison.Ordinal))
        {
            return kept.Definition;
        }

        var definition = ProgrammeJson.ReadDefinition(json);
        Kept[slug] = (json, definition);
        return definition;
    }

    public static NetworkDefinition Read(this NetworkRow row) => Of(row.Slug, row.Definition);
}

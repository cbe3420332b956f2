using System.Text;
using Mestring.Core.Places;
using Mestring.Formats.Ssb;

namespace Mestring.Web.Places;

/// <summary>The municipalities in force and the changes since 2020 that the executable carries with it.</summary>
internal static class ShippedPlaces
{
    public static IReadOnlyList<Municipality> Municipalities() => Read("places/municipalities.csv", KlassExtract.Municipalities);

    public static IReadOnlyList<MunicipalityChange> Changes() => Read("places/municipality_changes.csv", KlassExtract.Changes);

    private static T Read<T>(string name, Func<TextReader, T> read)
    {
        using var reader = new StreamReader(typeof(ShippedPlaces).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return read(reader);
    }
}

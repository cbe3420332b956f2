using System.Globalization;
using Mestring.Core.Places;

namespace Mestring.Formats.Ssb;

/// <summary>A region as Statistics Norway writes it: <c>0301</c>, <c>K-3101</c> (borders of today) or <c>K-3101 Halden</c>.</summary>
internal static class Region
{
    /// <summary>The municipality; null for a county, the country, a rest or the unknown.</summary>
    public static MunicipalityCode? Municipality(string region)
    {
        var text = region.AsSpan().Trim();
        text = text.StartsWith("K-", StringComparison.Ordinal) ? text[2..] : text;
        var end = text.IndexOf(' ');
        var code = end < 0 ? text : text[..end];
        return MunicipalityCode.TryParse(code.ToString(), CultureInfo.InvariantCulture, out var found) && found.Number is not (0 or 9999) ? found : null;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mestring.Core.Places;
using Mestring.Formats.JsonStat;
using Mestring.Formats.Ssb;

namespace Mestring.Web.Places;

/// <summary>A file somebody has fetched from Statistics Norway: KLASS 131 as JSON, or table 07459 as JSON-stat 2 or CSV. What it is, is seen from what stands in it.</summary>
internal static partial class PlacesFile
{
    /// <param name="path">The file.</param>
    /// <param name="date">The day a list of municipalities is that of; where null, the date in the file's name, or today.</param>
    /// <param name="today">Today.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="FormatException">The file is none of the three, or has a fault; the message says where and what stood there.</exception>
    public static async Task<PlacesRead> Read(string path, DateOnly? date, DateOnly today, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        if (!await IsJson(file, ct))
        {
            return new PlacesRead(today, [], PopulationCsv.Read(file));
        }

        if (await HasCodes(file, ct))
        {
            var day = date ?? InName(Path.GetFileName(path)) ?? today;
            return new PlacesRead(day, await KlassAnswer.ReadAsync(file, day, Counties(), ct), []);
        }

        return new PlacesRead(today, [], PopulationTable.FromJsonStat(await JsonStatReader.ReadAsync(file, ct)));
    }

    /// <summary>County names by their two digits, which KLASS leaves out of its list of municipalities.</summary>
    public static IReadOnlyDictionary<string, string> Counties() =>
        ShippedPlaces.Municipalities().DistinctBy(m => m.CountyCode, StringComparer.Ordinal).ToDictionary(m => m.CountyCode, m => m.CountyName, StringComparer.Ordinal);

    private static async Task<bool> IsJson(FileStream file, CancellationToken ct)
    {
        var head = new byte[64];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        var text = System.Text.Encoding.UTF8.GetString(head, 0, count).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text is ['{' or '[', ..];
    }

    private static async Task<bool> HasCodes(FileStream file, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(file, cancellationToken: ct);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("codes", out _);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {fault.LineNumber + 1}: the JSON ends or breaks here. The file may be cut off; fetch it again.", fault);
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static DateOnly? InName(string name) =>
        DateOnly.TryParseExact(Date().Match(name).Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.None, 1000)]
    private static partial Regex Date();
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Mestring.Core.Networks;

/// <summary>Programmes, runs and frozen fees as JSON and back. A property nobody knows, or one that is missing, is refused with its place.</summary>
public static class ProgrammeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Reads a programme file.</summary>
    /// <exception cref="JsonException">The text is not a programme; the message says where.</exception>
    public static Programme ReadProgramme(string json) => Read<Programme>(json);

    /// <summary>Reads a stored run.</summary>
    /// <exception cref="JsonException">The text is not a run; the message says where.</exception>
    public static NetworkDefinition ReadDefinition(string json) => Read<NetworkDefinition>(json);

    /// <summary>Reads a stored fee.</summary>
    /// <exception cref="JsonException">The text is not a fee; the message says where.</exception>
    public static Fee ReadFee(string json) => Read<Fee>(json);

    /// <summary>Writes a programme.</summary>
    public static string Write(Programme programme) => JsonSerializer.Serialize(programme, Options);

    /// <summary>Writes a run.</summary>
    public static string Write(NetworkDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <summary>Writes a fee.</summary>
    public static string Write(Fee fee) => JsonSerializer.Serialize(fee, Options);

    private static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"The text holds null and no {typeof(T).Name}.");
        }
        catch (JsonException fault) when (fault.Path is not null)
        {
            // The runtime names the place only in some of its messages.
            throw new JsonException($"{fault.Path}, line {fault.LineNumber + 1}: {fault.Message}", fault.Path, fault.LineNumber, fault.BytePositionInLine, fault);
        }
    }
}

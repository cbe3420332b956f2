using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Mestring.Core.Networks;

/// <summary>Programmes, runs and frozen fees as JSON and back. A property nobody knows, or one that is missing, is refused with its place.</summary>
public static class ProgrammeJson
{
    /// <summary>Reads a programme file.</summary>
    /// <exception cref="JsonException">The text is not a programme; the message says where.</exception>
    public static Programme ReadProgramme(string json) => Read(json, NetworksJsonContext.Default.Programme);

    /// <summary>Reads a stored run.</summary>
    /// <exception cref="JsonException">The text is not a run; the message says where.</exception>
    public static NetworkDefinition ReadDefinition(string json) => Read(json, NetworksJsonContext.Default.NetworkDefinition);

    /// <summary>Reads a stored fee.</summary>
    /// <exception cref="JsonException">The text is not a fee; the message says where.</exception>
    public static Fee ReadFee(string json) => Read(json, NetworksJsonContext.Default.Fee);

    /// <summary>Writes a programme.</summary>
    public static string Write(Programme programme) => JsonSerializer.Serialize(programme, NetworksJsonContext.Default.Programme);

    /// <summary>Writes a run.</summary>
    public static string Write(NetworkDefinition definition) => JsonSerializer.Serialize(definition, NetworksJsonContext.Default.NetworkDefinition);

    /// <summary>Writes a fee.</summary>
    public static string Write(Fee fee) => JsonSerializer.Serialize(fee, NetworksJsonContext.Default.Fee);

    private static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"The text holds null and no {typeof(T).Name}.");
}

using System.Text.Json.Serialization;

namespace Mestring.Core.Networks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(NetworkDefinition))]
[JsonSerializable(typeof(Fee))]
internal sealed partial class NetworksJsonContext : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mestring.Web.Storage;

/// <summary>How values of a course are written as JSON: Norwegian letters as they are.</summary>
internal static class CaseJson
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

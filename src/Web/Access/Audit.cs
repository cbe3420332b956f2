using System.Text.Encodings.Web;
using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Writes the trail of who did what. The entry is saved with the change it tells about, in the same transaction.</summary>
internal sealed class Audit(MestringDb db, Visitor visitor, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="action">Verb and noun, such as "change-measurement".</param>
    /// <param name="subject">What it was done to: kind and id, such as "case/0197f0aa-…".</param>
    /// <param name="before">What it was, or null when it is new.</param>
    /// <param name="after">What it became, or null when it is gone or was only read.</param>
    public void Note(string action, string subject, MunicipalityCode municipality = default, string network = "", object? before = null, object? after = null)
    {
        var now = clock.GetUtcNow();
        db.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            PersonId = visitor.PersonId,
            PersonName = visitor.Name,
            Action = action,
            Municipality = municipality,
            Network = network,
            Subject = subject,
            Before = Json(before),
            After = Json(after),
        });
    }

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, Readable);
}

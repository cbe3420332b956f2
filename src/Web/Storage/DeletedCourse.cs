using System.Security.Cryptography;
using System.Text;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>
/// That a course was deleted, by the id its lines in the trail have, and a fingerprint of its pseudonym: whoever asks with the pseudonym in
/// hand finds the lines, and nobody can list the pseudonyms.
/// </summary>
internal sealed class DeletedCourse
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public string Network { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset DeletedAt { get; set; }

    public byte[] Fingerprint { get; set; } = [];

    /// <summary>What is left of a course that goes.</summary>
    public static DeletedCourse Of(CaseRow course, DateTimeOffset now) => new()
    {
        Municipality = course.Municipality,
        CaseId = course.Id,
        Network = course.Network,
        CreatedAt = course.CreatedAt,
        DeletedAt = now,
        Fingerprint = FingerprintOf(course.Id, course.Pseudonym),
    };

    /// <summary>The fingerprint of a pseudonym in one course; the course's random id is the salt.</summary>
    private static byte[] FingerprintOf(Guid course, string pseudonym) => SHA256.HashData(Encoding.UTF8.GetBytes($"{course}/{pseudonym.ToUpperInvariant()}"));

    public bool IsOf(string pseudonym) => FingerprintOf(CaseId, pseudonym).AsSpan().SequenceEqual(Fingerprint);
}

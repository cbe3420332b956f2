using System.Text.Json;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>Who imports, and when; the import may go on after the request that began it.</summary>
internal sealed record Actor(Guid? PersonId, string Name, DateTimeOffset Now)
{
    public const string Created = "import-case";
    public const string Changed = "import-change";

    public DateOnly Today => DateOnly.FromDateTime(Clock.Local(Now));

    /// <summary>One line of the history of a course; all lines of an import share its id.</summary>
    public AuditEntry Entry(ImportRow import, Guid id, CaseFile file, CaseChange change, bool isNew) => new()
    {
        Id = id,
        At = Now,
        PersonId = PersonId,
        PersonName = Name,
        Action = isNew ? Created : Changed,
        Municipality = import.Municipality,
        Network = import.Network,
        Subject = Access.Audit.Subject(file.Row.Id),
        Before = isNew ? null : JsonSerializer.Serialize(change.Before, CaseJson.Readable),
        After = JsonSerializer.Serialize(change.After, CaseJson.Readable),
        Batch = import.Id,
    };
}

using System.Globalization;
using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Writes the trail of who did what. The entry is saved with the change it tells about, in the same transaction.</summary>
internal sealed class Audit(MestringDb db, Visitor visitor, TimeProvider clock)
{
    /// <summary>The action of somebody who has seen one course.</summary>
    public const string ReadCase = "read-case";

    /// <summary>The action of somebody who has fetched all courses of a network as a file.</summary>
    public const string ExportCases = "export-cases";

    /// <summary>What the subject of every entry about an account begins with.</summary>
    public const string Accounts = "person/";

    /// <summary>What the subject of every entry about a course begins with.</summary>
    public const string Courses = "case/";

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <param name="action">Verb and noun, such as "change-measurement".</param>
    /// <param name="subject">What it was done to: kind and id, such as "case/0197f0aa-…".</param>
    /// <param name="before">What it was, or null when it is new.</param>
    /// <param name="after">What it became, or null when it is gone or was only read.</param>
    /// <param name="why">Why, in the person's own words.</param>
    /// <param name="batch">What many changes are made by together.</param>
    public void Note(
        string action, string subject, MunicipalityCode municipality = default, string network = "", object? before = null, object? after = null, string why = "", Guid? batch = null)
    {
        var entry = Entry(action, subject, municipality, network);
        (entry.Before, entry.After, entry.Why, entry.Batch) = (Json(before), Json(after), why, batch);
        db.Audit.Add(entry);
        if (action is ReadCase)
        {
            _read.Add(subject);
        }
    }

    /// <summary>Notes what happened to an account, under that account.</summary>
    /// <param name="action">Verb and noun.</param>
    /// <param name="account">Whose it is; null when nobody knows, as when somebody tries an address without one.</param>
    /// <param name="by">Who did it where no session says so yet: somebody who is signing in.</param>
    /// <param name="municipality">Where, when it was done for a municipality.</param>
    /// <param name="after">What it became.</param>
    public void NoteAccount(string action, Guid? account, Person? by = null, MunicipalityCode municipality = default, object? after = null)
    {
        var entry = Entry(action, $"{Accounts}{account}", municipality, string.Empty);
        entry.After = Json(after);
        if (by is not null)
        {
            (entry.PersonId, entry.PersonName) = (by.Id, by.Name);
        }

        db.Audit.Add(entry);
    }

    /// <summary>Notes that somebody was shown a list of courses: one line, with how many.</summary>
    public Task NoteList(string action, MunicipalityCode municipality, string network, int count, CancellationToken ct)
    {
        if (count == 0)
        {
            return Task.CompletedTask;
        }

        Note(action, $"network/{network}", municipality, network, after: new { count = count.ToString(CultureInfo.InvariantCulture) });
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Whether this request has noted that the course was read.</summary>
    public bool HasNotedRead(Guid course) => _read.Contains(Subject(course));

    /// <summary>An entry of this person at this moment, not yet put anywhere.</summary>
    public AuditEntry Entry(string action, string subject, MunicipalityCode municipality, string network)
    {
        var now = clock.GetUtcNow();
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            PersonId = visitor.PersonId,
            PersonName = visitor.Name,
            Action = action,
            Municipality = municipality,
            Network = network,
            Subject = subject,
        };
    }

    /// <summary>Saves a course with the one line of its history. Nothing is written when nothing changed.</summary>
    /// <returns>False when somebody else saved the course first: nothing is written, and it must be read again.</returns>
    public async Task<bool> Save(CaseFile file, string action, string why = "", Guid? batch = null, CancellationToken ct = default)
    {
        var change = file.Complete(clock.GetUtcNow(), visitor.Name);
        if (change.IsNone)
        {
            return true;
        }

        var (id, version) = (file.Row.Id, file.Row.Version);
        Note(action, Subject(id), file.Row.Municipality, file.Row.Network, change.Before, change.After, why, batch);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var stored = await db.Cases.Where(c => c.Id == id).Select(c => (int?)c.Version).SingleOrDefaultAsync(ct);
            if (version == 1 ? stored is null : stored == version - 1)
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>The course as the trail names it.</summary>
    public static string Subject(Guid course) => $"{Courses}{course}";

    /// <summary>The course an entry is about; null when it is about something else.</summary>
    public static Guid? Course(string subject) =>
        subject.StartsWith(Courses, StringComparison.Ordinal) && Guid.TryParse(subject.Split('/')[1], out var id) ? id : null;

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, CaseJson.Readable);
}

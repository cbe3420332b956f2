using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>What a person has typed in a form and not saved. One row a form and person; there is none before something is typed.</summary>
internal sealed class DraftRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The address of the form, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Values by field, as JSON.</summary>
    public string Fields { get; set; } = "{}";

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Throws away a person's draft of one form, if there is one, in the tenant's municipality.</summary>
    public static Task<int> Remove(MestringDb db, Guid person, string path, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM drafts WHERE municipality = {db.Tenant.Number} AND person_id = {person} AND path = {path}", ct);
}

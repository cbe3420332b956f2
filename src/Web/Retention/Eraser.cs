using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Retention;

/// <summary>
/// Deletes courses for good, with everything that hangs on them, in one transaction; at the end of the agreement everything else the
/// municipality wrote in the network too. Lines in the trail keep who, when and what was done, and lose what stood there. What is left is a
/// receipt with numbers, and for each course a fingerprint by which whoever has the pseudonym in hand finds who read it.
/// </summary>
internal static class Eraser
{
    private const int Chunk = 400;

    /// <param name="db">The database, seeing one municipality.</param>
    /// <param name="visitor">Who deletes.</param>
    /// <param name="municipality">Whose courses.</param>
    /// <param name="network">The network the courses are in.</param>
    /// <param name="courses">Which.</param>
    /// <param name="kind">Why.</param>
    /// <param name="now">When.</param>
    /// <returns>The receipt, saved; null when there was nothing to delete.</returns>
    public static async Task<DeletionReceipt?> Delete(
        MestringDb db, Visitor visitor, MunicipalityCode municipality, string network, IReadOnlyCollection<Guid> courses, DeletionKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var receipt = new DeletionReceipt
        {
            Municipality = municipality,
            Id = Guid.CreateVersion7(now),
            Network = network,
            Kind = kind,
            At = now,
            PersonId = visitor.PersonId,
            PersonName = visitor.Name,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var ids in courses.Chunk(Chunk))
        {
            receipt.Goals += await db.Goals.CountAsync(g => ids.Contains(g.CaseId), ct);
            receipt.Measurements += await db.Measurements.CountAsync(m => ids.Contains(m.CaseId), ct);
            receipt.Grants += await db.Grants.CountAsync(g => ids.Contains(g.CaseId), ct);
            receipt.Input += await db.Input.CountAsync(i => ids.Contains(i.CaseId), ct);
            receipt.Queries += await db.CaseQueries.CountAsync(q => ids.Contains(q.CaseId), ct);
            receipt.TrailEntries += await Blank(db, municipality, ids, ct);
            var rows = await db.Cases.AsNoTracking().Where(c => c.Network == network && ids.Contains(c.Id)).ToListAsync(ct);
            db.DeletedCourses.AddRange(rows.Select(row => DeletedCourse.Of(row, now)));
            receipt.Courses += await db.Cases.Where(c => c.Network == network && ids.Contains(c.Id)).ExecuteDeleteAsync(ct);
        }

        if (kind is DeletionKind.Network)
        {
            await DeleteTheRest(db, receipt, ct);
        }

        receipt.Drafts = await DeleteDrafts(db, receipt, courses, ct);
        if (receipt is { Courses: 0, Deliveries: 0, PlanGoals: 0, HandIns: 0, OwnFigures: 0, Drafts: 0, Aids: 0, TrailEntries: 0 })
        {
            return null;
        }

        await ForgetChecks(db, network, ct);
        db.DeletionReceipts.Add(receipt);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return receipt;
    }

    /// <summary>What the municipality wrote in the network besides courses. Reports of imports may quote what stood in a file, so they go too; the enrolment is the network's own record, and stays.</summary>
    private static async Task DeleteTheRest(MestringDb db, DeletionReceipt receipt, CancellationToken ct)
    {
        var network = receipt.Network;
        receipt.Aids = await db.Imports.Where(i => i.Network == network).ExecuteDeleteAsync(ct) + await db.CalendarFeeds.Where(f => f.Network == network).ExecuteDeleteAsync(ct);
        if (!await db.Enrolments.AnyAsync(e => e.Network != network && e.State == EnrolmentState.Confirmed, ct))
        {
            await db.ImportMemory.ExecuteDeleteAsync(ct);
        }

        receipt.PlanMeasures = await db.PlanActions.Where(a => db.PlanGoals.Any(g => g.Id == a.GoalId && g.Network == network)).ExecuteDeleteAsync(ct);
        receipt.PlanGoals = await db.PlanGoals.Where(g => g.Network == network).ExecuteDeleteAsync(ct);
        receipt.Deliveries = await db.Deliveries.Where(d => d.Network == network).ExecuteDeleteAsync(ct);
        receipt.HandIns = await db.HandIns.Where(h => h.Network == network).ExecuteDeleteAsync(ct);
        receipt.OwnFigures = await db.Intakes.Where(i => i.Network == network).ExecuteDeleteAsync(ct) + await db.Prices.Where(p => p.Network == network).ExecuteDeleteAsync(ct);
        receipt.TrailEntries += await AuditEntry.Blank(
            db.Audit.Where(a => a.Municipality == receipt.Municipality && a.Network == network
                && (a.Subject.StartsWith(Audit.Courses) || a.Subject.StartsWith("plan-goal/") || a.Subject.StartsWith("measure/") || a.Subject.StartsWith("delivery/") || a.Subject.StartsWith("assignment/") || a.Subject == "intake" || a.Subject == "prices")),
            ct);
    }

    private static Task<int> Blank(MestringDb db, MunicipalityCode municipality, Guid[] ids, CancellationToken ct)
    {
        string[] subjects = [.. ids.SelectMany(id => new[] { Audit.Subject(id), $"{Audit.Subject(id)}/quality" })];
        return AuditEntry.Blank(db.Audit.Where(a => a.Municipality == municipality && subjects.Contains(a.Subject)), ct);
    }

    /// <summary>The check of an import shows what courses hold and what it would change, so imports that wait are checked anew.</summary>
    private static Task<int> ForgetChecks(MestringDb db, string network, CancellationToken ct) => db.Imports.Where(i => i.Network == network && i.State == ImportState.Checked)
        .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ImportState.Uploaded).SetProperty(x => x.Report, "").SetProperty(x => x.Version, x => x.Version + 1), ct);

    /// <summary>Drafts about the courses, and corrections of imports, which may be; at the end of the agreement every draft of the network.</summary>
    private static async Task<int> DeleteDrafts(MestringDb db, DeletionReceipt receipt, IReadOnlyCollection<Guid> courses, CancellationToken ct)
    {
        var all = $"/m/{receipt.Municipality}/{receipt.Network}/";
        if (receipt.Kind is DeletionKind.Network)
        {
            return await db.Drafts.Where(d => d.Path.StartsWith(all)).ExecuteDeleteAsync(ct);
        }

        var (folder, imports) = ($"{all}cases/", $"{all}import/");
        var gone = await db.Drafts.Where(d => d.Path.StartsWith(imports)).ExecuteDeleteAsync(ct);
        var paths = await db.Drafts.Where(d => d.Path.StartsWith(folder)).Select(d => d.Path).Distinct().ToListAsync(ct);
        var about = paths.Where(p => p.Length >= folder.Length + 36 && Guid.TryParse(p.AsSpan(folder.Length, 36), out var id) && courses.Contains(id)).ToList();
        return about.Count == 0 ? gone : gone + await db.Drafts.Where(d => about.Contains(d.Path)).ExecuteDeleteAsync(ct);
    }
}

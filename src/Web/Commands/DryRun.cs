using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Commands;

/// <summary>Checks a file for a municipality that takes part in no network yet: in a database of its own in memory, where every case is new.</summary>
internal static class DryRun
{
    private const int Refused = 3;

    public static async Task<(int Code, string End)> Run(IServiceProvider services, MunicipalityCode municipality, ImportCommand.Wanted wanted, ImportAnswer answer, CancellationToken ct)
    {
        var actor = new Actor(null, "mestring import", services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=False");
        await connection.OpenAsync(ct);
        await using var db = new MestringDb(new DbContextOptionsBuilder<MestringDb>().UseSqlite(connection).Options, services.GetRequiredService<Tenant>());
        await db.Database.MigrateAsync(ct);
        var import = ImportCommand.Begun(municipality, wanted.Network ?? "", wanted, actor);
        if (!await ImportCommand.Take(db, import, wanted, answer, ct))
        {
            return (Refused, "Nothing was written.");
        }

        var definition = await Definition(services, wanted.Network, ct);
        var texts = new Texts(Language.En);
        answer.Report = await new ImportRun(db, import, definition, Registration.Open, actor, n => texts["imports.goal-text", n]) { Watch = answer }.Check(ct);
        return (answer.Report.Rejected == 0 ? 0 : Refused, "Nothing was written.");
    }

    /// <summary>The network that is named, else the latest whose programme registers cases: its windows say when measurements are due.</summary>
    private static async Task<NetworkDefinition> Definition(IServiceProvider services, string? network, CancellationToken ct)
    {
        var networks = await services.GetRequiredService<MestringDb>().Networks.AsNoTracking().OrderByDescending(n => n.FirstDay).ToListAsync(ct);
        return (networks.Find(n => string.Equals(n.Slug, network, StringComparison.Ordinal))
            ?? networks.Find(n => n.Read().Programme.Features.RegistersCases)
            ?? throw new FormatException("there is no network here whose programme registers cases.")).Read();
    }
}

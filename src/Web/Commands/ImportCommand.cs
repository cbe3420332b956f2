using System.CommandLine;
using System.Globalization;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Formats.Tables;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Commands;

/// <summary><c>mestring import cases</c>: the import of the pages, for whoever runs the installation.</summary>
internal static class ImportCommand
{
    private const int WrongUse = 2;
    private const int Refused = 3;

    public static Command Create(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "A workbook (.xlsx) or CSV" };
        var network = new Option<string?>("--network") { Description = "The network's short name, as in its address; a dry run needs none" };
        var municipality = new Option<string>("--municipality") { Description = "The municipality's four digits", Required = true };
        var mapping = new Option<string?>("--mapping") { Description = "JSON that says what columns and words mean; without it their names decide" };
        var sheet = new Option<string>("--sheet") { Description = "The sheet of a workbook; else the one that looks most like cases", DefaultValueFactory = _ => "" };
        var dry = new Option<bool>("--dry-run") { Description = "Check only; write nothing" };
        var valid = new Option<bool>("--valid-only") { Description = "Read the rows that are right even when others are refused" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output, and nothing else" };
        var cases = new Command("cases", "Read cases, measurements and decisions. All of it is taken in, or nothing.") { file, network, municipality, mapping, sheet, dry, valid, json };
        cases.SetAction((parsed, ct) => Services.Use(settings, services => Run(
            services,
            new Wanted(parsed.GetValue(file)!, parsed.GetValue(network), parsed.GetValue(municipality)!, parsed.GetValue(mapping), parsed.GetValue(sheet)!, parsed.GetValue(dry), parsed.GetValue(valid), parsed.GetValue(json)),
            ct)));
        return new Command("import", "Read files of electronic records into a municipality.") { cases };
    }

    private static async Task<int> Run(IServiceProvider services, Wanted wanted, CancellationToken ct)
    {
        var db = services.GetRequiredService<MestringDb>();
        if (!MunicipalityCode.TryParse(wanted.Municipality, null, out var municipality))
        {
            return await Refuse(WrongUse, $"--municipality is '{wanted.Municipality}'. Write its four digits, such as 4601.");
        }

        services.GetRequiredService<Tenant>().Municipality = municipality;
        var isMember = wanted.Network is not null && await db.Enrolments.AnyAsync(e => e.Network == wanted.Network && e.State == EnrolmentState.Confirmed, ct);
        if (!isMember && !wanted.Dry)
        {
            return await Refuse(WrongUse, wanted.Network is null ? "--network is missing. Write the network's short name, as in its address, or --dry-run." : $"{wanted.Municipality} takes no part in a network '{wanted.Network}'.");
        }

        if (!isMember && !await db.Places.AnyAsync(p => p.Code == municipality, ct) && !await db.Enrolments.AnyAsync(ct))
        {
            return await Refuse(WrongUse, $"--municipality is '{wanted.Municipality}', which is no municipality.");
        }

        var answer = new ImportAnswer();
        try
        {
            var end = isMember ? await Import(services, db, municipality, wanted, answer, ct) : await DryRun.Run(services, municipality, wanted, answer, ct);
            return await Say(wanted, answer, end);
        }
        catch (TableException fault)
        {
            answer.Refuse(fault);
            return await Say(wanted, answer, (Refused, "Nothing was changed."));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return await Refuse(Refused, $"{wanted.File}: {e.Message} Nothing was changed.");
        }
        catch (OperationCanceledException)
        {
            return await Refuse(Refused, "stopped. Nothing was changed.");
        }
    }

    private static async Task<(int Code, string End)> Import(IServiceProvider services, MestringDb db, MunicipalityCode municipality, Wanted wanted, ImportAnswer answer, CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var actor = new Actor(null, "mestring import", clock.GetUtcNow());
        var import = Begun(municipality, wanted.Network!, wanted, actor);
        using var job = new ImportJob(ct);
        await using var lease = await ImportLease.Take(services.GetRequiredService<IServiceScopeFactory>(), clock, import.Id, job);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        if (!await Take(db, import, wanted, answer, ct))
        {
            await db.Imports.Where(i => i.Id == import.Id).ExecuteDeleteAsync(ct);
            return (Refused, "Nothing was changed.");
        }

        var took = string.Create(CultureInfo.InvariantCulture, $"Taken in in {watch.Elapsed.TotalSeconds:0.0#} s, ");
        var texts = new Texts(Language.En);
        await using var shown = new ShownProgress(job, import.Rows);
        watch.Restart();
        answer.Report = wanted.Dry
            ? (await ImportWork.Check(db, import.Id, actor, texts, job, answer))!
            : (await ImportWork.Write(db, import.Id, actor, texts, wanted.ValidOnly, job, ImportState.Uploaded, answer))!;
        took += string.Create(CultureInfo.InvariantCulture, $"checked {(wanted.Dry ? null : "and written ")}in {watch.Elapsed.TotalSeconds:0.0#} s");
        var code = answer.Report.Rejected == 0 ? 0 : Refused;
        if (!wanted.Dry && (answer.Report.Rejected == 0 || wanted.ValidOnly))
        {
            return (code, $"{took}; undo it on the page of imports.");
        }

        await db.Imports.Where(i => i.Id == import.Id).ExecuteDeleteAsync(ct);
        return (code, wanted.Dry ? $"{took}; nothing was written." : "Nothing was written. Correct the rows, or leave them out with --valid-only.");
    }

    /// <summary>An import that nothing is known of yet but its file.</summary>
    internal static ImportRow Begun(MunicipalityCode municipality, string network, Wanted wanted, Actor actor) => new()
    {
        Municipality = municipality,
        Id = Guid.CreateVersion7(actor.Now),
        Network = network,
        FileName = Path.GetFileName(wanted.File),
        CreatedAt = actor.Now,
        CreatedBy = actor.Name,
    };

    /// <summary>Takes the file in and says what its columns are; false when no column names a case.</summary>
    internal static async Task<bool> Take(MestringDb db, ImportRow import, Wanted wanted, ImportAnswer answer, CancellationToken ct)
    {
        var said = wanted.Mapping is { } path ? MappingFile.Read(await File.ReadAllTextAsync(path, ct)) : null;
        await using (var file = File.OpenRead(wanted.File))
        {
            await UploadedFile.Keep(db, import, file, wanted.Sheet, ct);
        }

        answer.Names = MapColumns.Names(import);
        var mapping = MappingFile.For(said, answer.Names, await Meanings.Of(db, ct), Mapping.Read(import.Mapping));
        answer.NotRead = mapping.NotRead(answer.Names);
        var missing = MapColumns.Needed.Where(needed => !mapping.Columns.ContainsValue(needed)).ToList();
        if (missing.Count > 0)
        {
            answer.RefuseWithoutKey(missing);
            return false;
        }

        import.Mapping = mapping.Json();
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Mapping, import.Mapping), ct);
        return true;
    }

    private static async Task<int> Say(Wanted wanted, ImportAnswer answer, (int Code, string End) end)
    {
        if (wanted.Json)
        {
            Console.WriteLine(answer.Json());
            return end.Code;
        }

        await answer.Say(Console.Out, Console.Error);
        Console.WriteLine(end.End);
        return end.Code;
    }

    private static async Task<int> Refuse(int code, string why)
    {
        await Console.Error.WriteLineAsync($"mestring: {why}");
        return code;
    }

    /// <summary>What was asked for.</summary>
    internal sealed record Wanted(string File, string? Network, string Municipality, string? Mapping, string Sheet, bool Dry, bool ValidOnly, bool Json);
}

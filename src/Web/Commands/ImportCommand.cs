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
    private const int Shown = 20;

    public static Command Create(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "A workbook (.xlsx) or CSV" };
        var network = new Option<string>("--network") { Description = "The network's short name, as in its address", Required = true };
        var municipality = new Option<string>("--municipality") { Description = "The municipality's four digits", Required = true };
        var mapping = new Option<string?>("--mapping") { Description = "JSON that says what columns and words mean; without it their names decide" };
        var sheet = new Option<string>("--sheet") { Description = "The sheet of a workbook; else the one that looks most like courses", DefaultValueFactory = _ => "" };
        var dry = new Option<bool>("--dry-run") { Description = "Check only; write nothing" };
        var valid = new Option<bool>("--valid-only") { Description = "Read the rows that are right even when others are refused" };
        var cases = new Command("cases", "Read courses, measurements and decisions. All of it is taken in, or nothing.") { file, network, municipality, mapping, sheet, dry, valid };
        cases.SetAction((parsed, ct) => Services.Use(settings, services => Run(
            services,
            new Wanted(parsed.GetValue(file)!, parsed.GetValue(network)!, parsed.GetValue(municipality)!, parsed.GetValue(mapping), parsed.GetValue(sheet)!, parsed.GetValue(dry), parsed.GetValue(valid)),
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
        if (!await db.Enrolments.AnyAsync(e => e.Network == wanted.Network && e.State == EnrolmentState.Confirmed, ct))
        {
            return await Refuse(WrongUse, $"{wanted.Municipality} takes no part in a network '{wanted.Network}'.");
        }

        try
        {
            return await Import(services, db, municipality, wanted, ct);
        }
        catch (Exception e) when (e is TableException or FormatException or IOException or UnauthorizedAccessException)
        {
            return await Refuse(Refused, $"{wanted.File}: {e.Message} Nothing was changed.");
        }
        catch (OperationCanceledException)
        {
            return await Refuse(Refused, "stopped. Nothing was changed.");
        }
    }

    private static async Task<int> Import(IServiceProvider services, MestringDb db, MunicipalityCode municipality, Wanted wanted, CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var mapping = wanted.Mapping is { } path ? MappingFile.Read(await File.ReadAllTextAsync(path, ct)) : null;
        var actor = new Actor(null, "mestring import", clock.GetUtcNow());
        var import = new ImportRow { Municipality = municipality, Id = Guid.CreateVersion7(actor.Now), Network = wanted.Network, FileName = Path.GetFileName(wanted.File), CreatedAt = actor.Now, CreatedBy = actor.Name };
        using var job = new ImportJob(ct);
        await using var lease = await ImportLease.Take(services.GetRequiredService<IServiceScopeFactory>(), clock, import.Id, job);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using (var file = File.OpenRead(wanted.File))
        {
            await UploadedFile.Keep(db, import, file, wanted.Sheet, ct);
        }

        var took = string.Create(CultureInfo.InvariantCulture, $"Taken in in {watch.Elapsed.TotalSeconds:0.0#} s, ");
        var names = MapColumns.Names(import);
        var json = MappingFile.For(mapping, names, await Meanings.Of(db, ct)).Json();
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Mapping, json), ct);
        var texts = new Texts(Core.Language.En);
        await using var shown = new ShownProgress(job, import.Rows);
        watch.Restart();
        var report = wanted.Dry
            ? (await ImportWork.Check(db, import.Id, actor, texts, job))!
            : (await ImportWork.Write(db, import.Id, actor, texts, wanted.ValidOnly, job, ImportState.Uploaded))!;
        took += string.Create(CultureInfo.InvariantCulture, $"checked {(wanted.Dry ? null : "and written ")}in {watch.Elapsed.TotalSeconds:0.0#} s");
        if (!wanted.Dry && (report.Rejected == 0 || wanted.ValidOnly))
        {
            Say(texts, names, report, $"{took}; undo it on the page of imports.");
            return 0;
        }

        await db.Imports.Where(i => i.Id == import.Id).ExecuteDeleteAsync(ct);
        Say(texts, names, report, wanted.Dry ? $"{took}; nothing was written." : "Nothing was written. Correct the rows, or leave them out with --valid-only.");
        return report.Rejected == 0 ? 0 : Refused;
    }

    private static void Say(Texts texts, string[] names, Report report, string end)
    {
        foreach (var group in report.Groups)
        {
            var view = ShowImport.GroupView.Of(texts, group, 0, names, new Mapping());
            Console.WriteLine($"{(view.IsError ? "refused" : "look")}: {view.Title} ({group.Count} rows). {view.Cure}");
            foreach (var line in group.Findings.Take(Shown).Select(f => ShowImport.Line.Of(texts, f, names)))
            {
                Console.WriteLine($"  row {line.Row}, {line.Column}: {line.Found}{(line.Expected.Length > 0 ? $" ({line.Expected})" : null)}{(line.Proposal.Length > 0 ? $" - {line.Proposal}?" : null)}");
            }
        }

        Console.WriteLine($"{report.Rows} rows: {report.Created} new courses, {report.Updated} changed, {report.Unchanged} the same, {report.Rejected} rows refused.");
        Console.WriteLine(end);
    }

    private static async Task<int> Refuse(int code, string why)
    {
        await Console.Error.WriteLineAsync($"mestring: {why}");
        return code;
    }

    private sealed record Wanted(string File, string Network, string Municipality, string? Mapping, string Sheet, bool Dry, bool ValidOnly);
}

using Mestring.Core.Networks;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Takes a file with courses, and shows the files that were taken before.</summary>
public static class StartImport
{
    private const int Listed = 20;
    private const int LongestName = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ImportCall.Route, ([AsParameters] ImportCall call) => Show(call, new Form(call.Texts))).ForCaseCoordinators(Registration.FollowUps);
        app.MapPost(ImportCall.Route, Take).WithMetadata(new RequestSizeLimitAttribute(UploadedFile.Largest + 100_000)).ForCaseCoordinators(Registration.FollowUps);
    }

    private static async Task<RazorComponentResult> Show(ImportCall call, Form form)
    {
        var imports = await call.Db.Imports.AsNoTracking().Where(i => i.Network == call.Slug && i.State != ImportState.Receiving).OrderByDescending(i => i.CreatedAt).Take(Listed)
            .Select(i => new { i.Id, i.FileName, i.Sheet, i.Rows, i.State, i.CreatedAt, i.CreatedBy }).ToListAsync(call.Ct);
        return StartImportPage.Show(
            new View(form, call.Crumbs(), form.Once(call.Clock), call.Start, imports.ConvertAll(i => new Before(i.Id, i.FileName, i.Sheet, i.Rows, i.State, i.CreatedAt, i.CreatedBy))), form.Status);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Take([AsParameters] ImportCall call, IFormCollection posted)
    {
        var form = new Form(call.Texts, posted);
        var (id, file, sheet) = (form.Once(call.Clock), form.File("file"), form.Optional("sheet", 31));
        if (await call.Find(id) is not null)
        {
            return TypedResults.Redirect($"{call.Address(id)}/columns");
        }

        if (file is null)
        {
            form.Refuse("file", posted.Files["file"] is { FileName.Length: > 0 }
                ? FaultText.Of(call.Texts, new TableException(TableFault.Empty, null, null, "the file is empty.", "Choose another file."))
                : call.Texts["imports.file.missing"]);
        }

        if (!form.IsValid)
        {
            return await Show(call, form);
        }

        var import = new ImportRow { Municipality = call.Municipality, Id = id, Network = call.Slug, FileName = Name(file!.FileName), CreatedAt = call.Clock.GetUtcNow(), CreatedBy = call.Visitor.Name };
        try
        {
            await using var stream = file.OpenReadStream();
            await UploadedFile.Keep(call.Db, import, stream, sheet, call.Ct);
        }
        catch (TableException refusal)
        {
            call.Db.ChangeTracker.Clear();
            form.Refuse("file", FaultText.Of(call.Texts, refusal));
            return await Show(call, form);
        }

        return TypedResults.Redirect($"{call.Address(id)}/columns");
    }

    /// <summary>A name may hold a person's number as well.</summary>
    private static string Name(string file)
    {
        var name = PersonalData.Masked(Path.GetFileName(file));
        return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    public sealed record View(Form Form, IReadOnlyList<Crumb> Crumbs, Guid Once, string Address, IReadOnlyList<Before> Imports);

    internal static StateKind Kind(ImportState state) => state switch { ImportState.Done => StateKind.Done, ImportState.Undone => StateKind.Neutral, _ => StateKind.Warning };

    /// <summary>An import that was begun before.</summary>
    public sealed record Before
    {
        internal Before(Guid id, string file, string sheet, int rows, ImportState state, DateTimeOffset at, string by) =>
            (Id, File, Sheet, Rows, Key, Kind, At, By) = (id, file, sheet, rows, $"imports.state.{state}", StartImport.Kind(state), at, by);

        public Guid Id { get; }

        public string File { get; }

        public string Sheet { get; }

        public int Rows { get; }

        public string Key { get; }

        public StateKind Kind { get; }

        public DateTimeOffset At { get; }

        public string By { get; }
    }
}

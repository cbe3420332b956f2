using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Takes in and gives out the files of hand-ins.</summary>
internal static class HandInFiles
{
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>A file that was let in, under a name that holds no path and fits its content.</summary>
    public sealed record Taken(string Name, HandInFormat Format, byte[] Content);

    /// <summary>The file of the form, or null when there is none or it was refused at its field.</summary>
    public static async Task<Taken?> Take(Form form, string field, Texts texts, CancellationToken ct)
    {
        if (form.File(field) is not { } file)
        {
            return null;
        }

        if (file.Length > Largest)
        {
            form.Refuse(field, texts["gatherings.file.large", texts.Number(file.Length / 1024.0 / 1024.0, 1)]);
            return null;
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, ct);
        }

        if (HandInFormat.Of(content, file.FileName) is not { } format)
        {
            form.Refuse(field, texts["gatherings.file.type"]);
            return null;
        }

        if (await HandInScan.HoldsIdentityNumber(content, format, ct) is not false and var found)
        {
            form.Refuse(field, texts[found is true ? "gatherings.file.identity-number" : "gatherings.file.broken"]);
            return null;
        }

        return new Taken(Name(file.FileName, format), format, content);
    }

    /// <summary>A name without path and control characters, ending as the content is.</summary>
    private static string Name(string given, HandInFormat format)
    {
        var stem = Path.GetFileNameWithoutExtension(given.Replace('\\', '/'));
        var clean = string.Concat(stem.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c) && c is not ('"' or ';' or '<' or '>' or ':' or '|' or '?' or '*'))).Trim(' ', '.');
        return $"{(clean.Length == 0 || Core.Disclosure.NationalIdentityNumber.IsIn(clean) ? "file" : clean[..Math.Min(clean.Length, 100)])}{format.Extension}";
    }

    /// <summary>The stored file as something to save; browsers neither guess its type nor open it here.</summary>
    public static async Task<Results<FileContentHttpResult, NotFound>> Give(
        HttpContext http, MestringDb db, MunicipalityCode municipality, string network, int assignment, CancellationToken ct)
    {
        var found = await (
            from handIn in db.HandIns.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter])
            join file in db.HandInFiles.AsNoTracking() on new { handIn.Municipality, handIn.Network, handIn.Assignment } equals new { file.Municipality, file.Network, file.Assignment }
            where handIn.Municipality == municipality && handIn.Network == network && handIn.Assignment == assignment
            select new { handIn.FileName, handIn.FileType, file.Content }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(found.Content, found.FileType, found.FileName);
    }
}

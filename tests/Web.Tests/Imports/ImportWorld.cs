using System.Net;
using System.Text;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>A coordinator with files, in a municipality that registers courses.</summary>
internal sealed class ImportWorld : IDisposable
{
    public const string Start = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/import";

    private ImportWorld(CaseWorld cases, Browser coordinator) => (Cases, Coordinator) = (cases, coordinator);

    public CaseWorld Cases { get; }

    public App App => Cases.App;

    public Browser Coordinator { get; }

    public static async Task<ImportWorld> New(string language = "nb")
    {
        var cases = await CaseWorld.New(language);
        return new ImportWorld(cases, await cases.App.As(Role.Coordinator, CaseWorld.Own, language: language));
    }

    /// <summary>Uploads a file; answers with the address of its import.</summary>
    public async Task<string> Upload(string text, string name = "forløp.csv") => await Upload(Encoding.UTF8.GetBytes(text), name);

    public async Task<string> Upload(byte[] bytes, string name)
    {
        var uploaded = await Coordinator.Upload(Start, "file", name, bytes);
        Assert.True(uploaded.Status is HttpStatusCode.Redirect, uploaded.Text);
        Assert.EndsWith("/columns", uploaded.Location, StringComparison.Ordinal);
        return uploaded.Location![..^"/columns".Length];
    }

    /// <summary>Uploads a file and takes the proposed columns; answers with the page of the check.</summary>
    public async Task<(string Address, Reply Page)> Check(string text, params (string Field, string Text)[] typed)
    {
        var address = await Upload(text);
        var mapped = await Coordinator.Submit($"{address}/columns", [("licence", "true"), .. typed]);
        Assert.True(mapped.Status is HttpStatusCode.Redirect, mapped.Text);
        return (address, await Coordinator.Get(address));
    }

    /// <summary>Reads a file from upload to approval.</summary>
    public async Task<string> Read(string text)
    {
        var (address, page) = await Check(text);
        var approved = page.Page.GetElementById("valid-only") is null ? await Press(address, "approve") : await Coordinator.Send(page, $"{address}/approve", ("valid-only", "true"));
        Assert.True(approved.Status is HttpStatusCode.Redirect, approved.Text);
        return address;
    }

    /// <summary>Presses a button of a page that stands in a form of its own.</summary>
    public Task<Reply> Press(string address, string action) => Coordinator.Post($"{address}/{action}");

    public Task<List<CaseRow>> Courses() => App.Database(CaseWorld.Own, db => db.Cases.AsNoTracking().OrderBy(c => c.Pseudonym).ToListAsync());

    public void Dispose() => Cases.Dispose();
}

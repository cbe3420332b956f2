using System.Net;
using System.Text;
using Mestring.Formats.Tests.Excel;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>Letters that one database takes and another does not: none of them stops a page or cuts an import in two.</summary>
public sealed class OddLetterTests
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Enhet";
    private const string Good = "1944;Kvinne;alene;nei;01.12.2026";

    /// <summary>What stands in the workbook, and what is kept of it.</summary>
    public static TheoryData<string, string> Cells => new()
    {
        { "Nord_x0000_", "Nord" },
        { "No_x001F_rd", "Nord" },
        { "Nord_xD83D_", "Nord\ufffd" },
        { "Nord_xD83D__xDE00_", "Nord😀" },
        { "_x005F_x0000_", "_x0000_" },
        { new string('x', 58) + "😀", new string('x', 58) + "😀" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_workbook_with_them_is_read_whole(string cell, string kept)
    {
        using var world = await ImportWorld.New();
        string[] rows = [Head, $"E-1;{Good};{cell}", $"E-2;{Good};Sør"];
        var file = MadeWorkbook.Rows(string.Concat(rows.Select(r => $"<row>{string.Concat(r.Split(';').Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>"))).Bytes();
        var address = await world.Upload(file, $"opp\ufffdtrekk\u0001.xlsx");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Coordinator.Submit($"{address}/columns", ("licence", "true"))).Status);
        await world.Press(address, "approve");
        Assert.Equal([kept, "Sør"], (await world.Courses()).Select(c => c.Unit));
    }

    [Fact]
    public async Task A_text_that_is_cut_between_the_halves_of_a_sign_is_shown_whole()
    {
        using var world = await ImportWorld.New();
        var (_, page) = await world.Check($"{Head};Merknad\nE-1;{Good};Nord;{new string('m', 39)}😀{new string('m', 39)}\n");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain('\ufffd', page.Text);
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("b\u001f\u001f")]
    public async Task What_is_typed_on_the_pages_is_taken_through_the_same_door(string typed)
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head}\nE-1;{Good};{new string('x', 61)}\n");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Coordinator.Send(page, $"{address}/check", ("fix-2-6", $"Nord{typed}"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Coordinator.Submit($"{address}/columns", ("licence", "true"), ("missing", typed))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Coordinator.Submit($"{address}/columns", ("column-6", typed))).Status);
        Assert.Contains("1 av 1 rader er klare", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.StartsWith("Nord", Assert.Single(await world.Courses()).Unit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_sign_in_a_text_file_is_refused_with_its_row()
    {
        using var world = await ImportWorld.New();
        byte[] half = [.. Encoding.UTF8.GetBytes($"{Head}\nE-1;{Good};Nord"), 0xED, 0xA0, 0xBD, (byte)'\n'];
        var refused = await world.Coordinator.Upload(ImportWorld.Start, "file", "uttrekk.csv", half);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Rad 2 har bokstaver som ikke kan leses", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Imports.CountAsync()));
    }
}

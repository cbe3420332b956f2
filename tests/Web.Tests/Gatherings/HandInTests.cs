using System.IO.Compression;
using System.Net;
using System.Text;
using Mestring.Core.Networks;
using Mestring.Web.Gatherings;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class HandInTests : IDisposable
{
    private const string Mine = $"/m/9901/{Town.Slug}/assignments/1";
    private const string Theirs = $"/m/9902/{Town.Slug}";

    /// <summary>A made-up number that passes both check digits: 1 January 1970, synthetic month (+80).</summary>
    private static readonly string IdentityNumber = Synthetic();

    private readonly Town _town = new();

    [Fact]
    public async Task A_hand_in_is_read_returned_with_a_comment_handed_in_again_and_approved()
    {
        await Members();
        var coordinator = await _town.App.As(Role.Coordinator, "9901");
        var leader = await _town.Leader();
        var desk = $"/desk/{Town.Slug}/assignments/1";

        Assert.Equal(Mine, (await coordinator.Submit(Mine, ("text", "Vi begynner med to soner."))).Location);
        Assert.Contains("Vi begynner med to soner.", (await leader.Get(desk)).Text, StringComparison.Ordinal);

        var bare = await leader.Submit(desk, ("comment", ""), ("to", "Returned"));
        Assert.Equal("Skriv hva som skal rettes, så kommunen vet hva den skal gjøre.", bare.ErrorOf("comment"));
        await leader.Submit(desk, ("comment", "Hvem står bak?"), ("to", "Returned"));
        Assert.Contains("Hvem står bak?", (await coordinator.Get(Mine)).Text, StringComparison.Ordinal);

        await coordinator.Submit(Mine, ("text", "Vi begynner med to soner. Rådmannen står bak."));
        await leader.Submit(desk, ("comment", ""), ("to", "Approved"));

        var row = await Row();
        Assert.Equal((HandInState.Approved, "Vi begynner med to soner. Rådmannen står bak."), (row.State, row.Text));
        Assert.Equal(2, (await _town.Mails()).Count);
        Assert.Equal(4, await _town.App.Database(db => db.Audit.CountAsync(a => a.Subject == "assignment/1")));
    }

    [Fact]
    public async Task Sending_the_same_hand_in_twice_makes_one()
    {
        await Members();
        var coordinator = await _town.App.As(Role.Coordinator, "9901");
        var open = await coordinator.Get(Mine);

        await coordinator.Send(open, Mine, ("text", "Planen"));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Send(open, Mine, ("text", "Planen"))).Status);
        var other = await coordinator.Send(open, Mine, ("text", "En annen plan"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("Planen", (await Row()).Text);
        Assert.Equal("En annen plan", other.Page.GetElementById("text")!.TextContent);
    }

    [Fact]
    public async Task A_file_goes_in_and_comes_out_as_a_download_of_the_type_it_is()
    {
        await Members();
        var coordinator = await _town.App.As(Role.Professional, "9901");
        var file = Town.Word("Planen vår");

        Assert.Equal(Mine, (await coordinator.Upload(Mine, "file", "../../plan.exe", file, ("text", ""))).Location);

        var row = await Row();
        Assert.Equal(("plan.docx", file.Length), (row.FileName, row.FileLength));
        var reply = await (await _town.Leader()).Get($"/desk/{Town.Slug}/assignments/1/9901/file");
        Assert.Equal(HandInFormat.Word.MediaType, reply.ContentType);
        Assert.Equal(file, reply.Body);
        Assert.Equal(file, (await coordinator.Get($"{Mine}/file")).Body);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, HttpStatusCode.Redirect)]
    [InlineData((10 * 1024 * 1024) + 1, HttpStatusCode.UnprocessableEntity)]
    public async Task A_file_may_have_ten_megabytes_and_not_one_byte_more(int length, HttpStatusCode status)
    {
        await Members();
        var coordinator = await _town.App.As(Role.Coordinator, "9901");

        var reply = await coordinator.Upload(Mine, "file", "stor.txt", Enumerable.Repeat((byte)'a', length).ToArray(), ("text", "Se filen"));

        Assert.Equal(status, reply.Status);
        if (status is HttpStatusCode.UnprocessableEntity)
        {
            Assert.StartsWith("Filen er på 10,0 MB. Det er plass til 10 MB.", reply.ErrorOf("file"), StringComparison.Ordinal);
            Assert.Equal("Se filen", reply.Page.GetElementById("text")!.TextContent);
        }
    }

    public static TheoryData<string, byte[]> WrongFiles => new()
    {
        { "plan.pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03] },
        { "plan.docx", Town.Zip(("evil.html", "<script>")) },
        { "plan.docx", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01] },
        { "makro.docm", Town.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")) },
    };

    [Theory]
    [MemberData(nameof(WrongFiles))]
    public async Task A_file_is_judged_by_its_content_and_not_by_its_name(string name, byte[] content)
    {
        await Members();

        var reply = await (await _town.App.As(Role.Coordinator, "9901")).Upload(Mine, "file", name, content, ("text", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.StartsWith("Innholdet i filen er ikke av et slag vi tar imot.", reply.ErrorOf("file"), StringComparison.Ordinal);
        Assert.Equal(0, await _town.App.Database("9901", db => db.HandIns.CountAsync()));
    }

    public static TheoryData<string, byte[]> FilesWithIdentityNumbers => new()
    {
        { "ren tekst", Encoding.UTF8.GetBytes($"Bruker {IdentityNumber} begynte i uke 3") },
        { "Word, delt i to", Town.Word("Bruker ", IdentityNumber[..6], IdentityNumber[6..]) },
        { "Excel, i en celle", Town.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", $"<worksheet><c r=\"A1\"><v>{IdentityNumber.TrimStart('0')}</v></c><c r=\"B1\"><v>12</v></c></worksheet>")) },
        { "PDF, pakket", Packed($"BT [({IdentityNumber[..4]})-20({IdentityNumber[4..]})] TJ ET") },
    };

    [Theory]
    [MemberData(nameof(FilesWithIdentityNumbers))]
    public async Task A_national_identity_number_inside_a_file_is_found(string where, byte[] content)
    {
        await Members();

        var reply = await (await _town.App.As(Role.Coordinator, "9901")).Upload(Mine, "file", $"{where}.txt", content, ("text", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.StartsWith("Filen holder et fødselsnummer eller D-nummer.", reply.ErrorOf("file"), StringComparison.Ordinal);
        Assert.DoesNotContain(IdentityNumber, reply.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("streams without end")]
    [InlineData("streams that look packed")]
    [InlineData("strings without end")]
    [InlineData("pairs of digits")]
    [InlineData("ids")]
    [InlineData("one long word")]
    [InlineData("a document that unpacks to 78 MB of one word")]
    [InlineData("a document of many parts")]
    [InlineData("a document with a long attribute")]
    public async Task Any_file_of_ten_megabytes_is_looked_through_in_the_time_it_takes_to_read_it(string what)
    {
        var content = Laborious(what);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        if (HandInFormat.Of(content, "a.txt") is { } format)
        {
            await HandInScan.HoldsIdentityNumber(content, format, CancellationToken.None);
        }

        // A tenth of this where nothing else runs; a search that begins anew at every sign takes minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{what}: {clock.Elapsed}");
    }

    [Fact]
    public async Task A_number_is_found_wherever_pieces_of_a_file_meet()
    {
        for (var before = 32_768 - 300; before < 32_768 + 20; before += 7)
        {
            var text = Encoding.UTF8.GetBytes($"{new string('x', before)} {IdentityNumber[..6]} {IdentityNumber[6..]} {new string('y', 40_000)}");
            Assert.True(await HandInScan.HoldsIdentityNumber(text, HandInFormat.Text, CancellationToken.None), $"{before}");
        }
    }

    [Fact]
    public async Task A_national_identity_number_in_the_text_is_refused()
    {
        await Members();

        var reply = await (await _town.App.As(Role.Coordinator, "9901")).Submit(Mine, ("text", $"Bruker {IdentityNumber}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.NotNull(reply.ErrorOf("text"));
        Assert.DoesNotContain(IdentityNumber, reply.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_see_what_is_shared_and_nothing_else()
    {
        await Members();
        await _town.HandIn("9901", 1, HandInState.Approved, "Planen i Prøvedal");
        var owner = await _town.App.As(Role.Coordinator, "9901");
        var other = await _town.App.As(Role.Reader, "9902");
        Assert.DoesNotContain("Planen i Prøvedal", (await other.Get($"{Theirs}/shared")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{Theirs}/shared/9901/1/file")).Status);

        await owner.Submit(Mine, ("share", "true"));
        Assert.Contains("Planen i Prøvedal", (await other.Get($"{Theirs}/shared")).Text, StringComparison.Ordinal);
        Assert.Contains("Delt med medlemmene", (await owner.Get(Mine)).Text, StringComparison.Ordinal);

        _town.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await owner.Submit(Mine, ("share", "false"));
        Assert.DoesNotContain("Planen i Prøvedal", (await other.Get($"{Theirs}/shared")).Text, StringComparison.Ordinal);
        Assert.Equal(["share-hand-in", "unshare-hand-in"], await _town.App.Database(db => db.Audit.OrderBy(a => a.At).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_a_former_member_shared_is_no_longer_shown()
    {
        await Members();
        await _town.HandIn("9901", 1, HandInState.Approved, "Planen i Prøvedal", shared: true);
        await _town.App.Database("9901", async db =>
        {
            (await db.Enrolments.SingleAsync()).State = EnrolmentState.Withdrawn;
            return await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("Planen i Prøvedal", (await (await _town.App.As(Role.Reader, "9902")).Get($"{Theirs}/shared")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_municipality_and_a_reader_cannot_hand_in_for_this_one()
    {
        await Members();

        Assert.Equal(HttpStatusCode.NotFound, (await (await _town.App.As(Role.Coordinator, "9902")).Get(Mine)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _town.App.As(Role.Coordinator, "9902")).Post(Mine, ("text", "x"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _town.App.As(Role.Reader, "9901")).Post(Mine, ("text", "x"))).Status);
    }

    [Fact]
    public async Task The_home_of_a_municipality_shows_what_is_due_and_links_to_courses_only_for_those_who_work_with_them()
    {
        await Members();
        var coordinator = await (await _town.App.As(Role.Coordinator, "9901")).Get("/m/9901");
        var reader = await (await _town.App.As(Role.Reader, "9901")).Get("/m/9901");

        Assert.Contains("Plan for innføringen", coordinator.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(coordinator.Page.QuerySelector($"a[href='/m/9901/{Town.Slug}/cases']"));
        Assert.Null(reader.Page.QuerySelector($"a[href='/m/9901/{Town.Slug}/cases']"));
        Assert.Null(reader.Page.QuerySelector("a[href='/m/9901/log']"));
    }

    [Fact]
    public async Task The_log_shows_who_did_what_before_and_after_a_page_at_a_time()
    {
        await Members();
        var coordinator = await _town.App.As(Role.Coordinator, "9901");
        await coordinator.Submit(Mine, ("text", "Planen"));
        await _town.App.Database(async db =>
        {
            for (var i = 0; i < 60; i++)
            {
                db.Audit.Add(new AuditEntry { Id = Guid.CreateVersion7(App.Start), At = App.Start.AddMinutes(-i - 1), PersonName = "Per", Action = "read-case", Municipality = Core.Places.MunicipalityCode.Parse("9901", null), Subject = $"case/{i}" });
            }

            await db.SaveChangesAsync();
        });

        var first = await coordinator.Get("/m/9901/log");
        var second = await coordinator.Get("/m/9901/log?page=2");

        Assert.Contains("Leverte en oppgave", first.Text, StringComparison.Ordinal);
        Assert.Contains("Planen", first.Text, StringComparison.Ordinal);
        Assert.Equal(50, first.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(11, second.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _town.App.As(Role.Reader, "9901")).Get("/m/9901/log")).Status);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public async Task Every_page_has_one_heading_labels_and_unique_ids(string language)
    {
        await Members();
        await _town.HandIn("9901", 1, HandInState.HandedIn, shared: true);
        await _town.HandIn("9902", 1, HandInState.HandedIn);
        var leader = await _town.Leader(language);
        var member = await _town.App.As(Role.Coordinator, "9901", language: language);
        var pages = new (Browser Browser, string Path)[]
        {
            (leader, "/desk"), (leader, $"/desk/{Town.Slug}"), (leader, $"/desk/{Town.Slug}/edit"), (leader, $"/desk/{Town.Slug}/preview"), (leader, $"/desk/{Town.Slug}/messages"),
            (leader, $"/desk/{Town.Slug}/gatherings/1"), (leader, $"/desk/{Town.Slug}/assignments/1"), (leader, $"/desk/{Town.Slug}/enrolments/9901"),
            (member, "/m/9901"), (member, "/m/9901/log"), (member, $"/m/9901/{Town.Slug}/assignments"), (member, Mine), (member, $"/m/9901/{Town.Slug}/assignments/2"), (member, $"/m/9901/{Town.Slug}/shared"),
        };
        foreach (var (browser, path) in pages)
        {
            _town.App.Sql.Reset();
            var page = (await browser.Get(path)).Page;
            Assert.InRange(_town.App.Sql.Commands.Count, 1, 10);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.True(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, $"{path}: {string.Join(' ', ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))}");
            Assert.All(page.QuerySelectorAll("input:not([type=hidden]),textarea,select"), input => Assert.NotNull(page.QuerySelector($"label[for='{input.Id}']")));
            Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
            Assert.All(page.QuerySelectorAll("th"), th => Assert.NotNull(th.GetAttribute("scope")));
        }
    }

    public void Dispose() => _town.Dispose();

    private static string Synthetic()
    {
        for (var n = 10000; n < 100000; n++)
        {
            var candidate = $"018170{n}";
            if (Core.Disclosure.NationalIdentityNumber.IsIn(candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException("No number passes the check digits.");
    }

    private static byte[] Laborious(string what) => what switch
    {
        "streams without end" => [.. "%PDF-1.7\n"u8, .. Repeated("stream\n", 10_000_000)],
        "streams that look packed" => [.. "%PDF-1.7\n"u8, .. Repeated("stream\nx\u009cendstream\n", 10_000_000)],
        "strings without end" => [.. "%PDF-1.7\n"u8, .. Repeated("[((\\", 10_000_000)],
        "pairs of digits" => Repeated("02 01 32 999 9 ", 10_000_000),
        "ids" => Repeated("3f250413-2999-9741-0201-3299999702aa ", 10_000_000),
        "one long word" => Repeated("7", 10_000_000),
        "a document that unpacks to 78 MB of one word" => Town.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w>{new string('7', 78_000_000)}</w>")),
        "a document of many parts" => Town.Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), .. Enumerable.Range(0, 40).Select(i => ($"word/p{i}.xml", $"<w>{new string('7', 4_000_000)}</w>"))]),
        _ => Town.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w a=\"{new string('7', 30_000_000)}\"/>")),
    };

    private static byte[] Repeated(string piece, int length) => Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(piece, length / piece.Length)));

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        bytes.Write("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"u8);
        using (var zip = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.Latin1.GetBytes(text));
        }

        bytes.Write("\nendstream\nendobj\n"u8);
        return bytes.ToArray();
    }

    /// <summary>Two members; the first gathering is held and the first assignment is open.</summary>
    private async Task Members()
    {
        await _town.Network(NetworkState.Running, first: new DateOnly(2027, 2, 8));
        await _town.Enrol("9901");
        await _town.Enrol("9902");
    }

    private Task<HandInRow> Row() => _town.App.Database("9901", db => db.HandIns.AsNoTracking().SingleAsync());
}

using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mestring.Web.Tests.Storage;

/// <summary>What goes wrong with a mail, whatever it is, is that mail's own.</summary>
public sealed class PostmanTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 2, 11, 13, 3, 0, TimeSpan.Zero);
    private static readonly Texts Nb = new(Core.Language.Nb);

    private readonly string _folder = Directory.CreateTempSubdirectory("mestring-mail-").FullName;
    private readonly TestClock _clock = new(Now);
    private readonly TestDatabase _database = TestDatabase.ForMany();

    [Fact]
    public async Task Poison_of_every_kind_between_good_mails_stops_none_of_them()
    {
        await using var server = new SmtpServer();
        await using var db = _database.Open();
        string[] poison =
        [
            "", "ingen adresse", "a@example.no, b@example.no", "Kari <kari@example.no>", "kåre@example.no", "x@localhost", "refuse@example.no", "later@example.no", "drop@example.no", "hang@example.no", "\r\nBcc: alle@example.no",
        ];
        for (var i = 0; i < poison.Length; i++)
        {
            Put(db, $"god{i}@example.no", i);
            Put(db, poison[i], i);
        }

        Put(db, "sist@example.no", 99);
        await db.SaveChangesAsync();
        using var postman = Over(server);

        await postman.SendDue(db, default);

        Assert.Equal([.. Enumerable.Range(0, poison.Length).Select(i => $"god{i}@example.no"), "sist@example.no"], server.Taken);
        var left = await db.Mails.AsNoTracking().Where(m => m.SentAt == null).ToListAsync();
        Assert.Equal(poison.Length, left.Count);
        Assert.All(left, m => Assert.Equal((1, false), (m.Attempts, string.IsNullOrEmpty(m.Error))));
        Assert.Equal(["drop@example.no", "hang@example.no", "later@example.no"], left.Where(m => m.GivenUpAt is null).Select(m => m.Recipient).Order(StringComparer.Ordinal));
        Assert.StartsWith("No answer in", left.Single(m => m.Recipient == "hang@example.no").Error, StringComparison.Ordinal);

        for (var i = 1; i < Postman.MostAttempts; i++)
        {
            _clock.Pass(TimeSpan.FromHours(7));
            await db.Mails.Where(m => m.Recipient == "hang@example.no").ExecuteDeleteAsync();
            await postman.SendDue(db, default);
        }

        Assert.All(await db.Mails.AsNoTracking().Where(m => m.SentAt == null).ToListAsync(), m => Assert.NotNull(m.GivenUpAt));
        Assert.Equal(poison.Length + 1, server.Taken.Count);
    }

    /// <summary>The sender takes no mail; whoever answers must reach the leader.</summary>
    [Fact]
    public async Task An_answer_to_a_mail_goes_to_whom_it_is_from()
    {
        await using var db = _database.Open();
        db.Send(Now, "kari@example.no", Nb, "Påmeldingen er mottatt", "Hei", replyTo: "kontoret@ks.example");
        db.Send(Now, "per@example.no", Nb, "Fra programmet selv", "Hei");
        await db.SaveChangesAsync();
        using var postman = IntoFolder();

        await postman.SendDue(db, default);

        var answers = new List<string>();
        foreach (var file in Directory.GetFiles(_folder, "*.eml"))
        {
            using var message = await MimeKit.MimeMessage.LoadAsync(file);
            answers.Add($"{message.To} {message.ReplyTo}");
        }

        Assert.Equal(["kari@example.no kontoret@ks.example", "per@example.no "], answers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Referat\u2028fra møtet")]
    [InlineData("Referat\u2029fra møtet")]
    [InlineData("Referat\u0085fra møtet")]
    [InlineData("Referat\u000bfra møtet")]
    [InlineData("Referat\u000cfra møtet")]
    [InlineData("Referat\r\nfra møtet")]
    [InlineData("Referat\tfra møtet\ud800")]
    public async Task A_subject_is_one_line_whatever_was_pasted(string subject)
    {
        await using var db = _database.Open();
        db.Send(Now, "kari@example.no", Nb, subject, "Hei");
        await db.SaveChangesAsync();
        using var postman = IntoFolder();

        await postman.SendDue(db, default);

        Assert.Equal("Referat fra møtet", await db.Mails.Select(m => m.Subject).SingleAsync());
        Assert.NotNull((await db.Mails.AsNoTracking().SingleAsync()).SentAt);
        using var message = await MimeKit.MimeMessage.LoadAsync(Directory.GetFiles(_folder, "*.eml").Single());
        Assert.Equal("Referat fra møtet", message.Subject);
        Assert.Single(message.To);
    }

    [Fact]
    public async Task What_a_mail_said_is_gone_when_it_is_sent_and_its_file_is_private()
    {
        await using var db = _database.Open();
        db.Send(Now, "kari@example.no", Nb, "Lenke", "http://localhost/link/hemmelig");
        await db.SaveChangesAsync();
        using var postman = IntoFolder();

        await postman.SendDue(db, default);

        Assert.Equal(string.Empty, await db.Mails.Select(m => m.Body).SingleAsync());
        var file = Directory.GetFiles(_folder, "*.eml").Single();
        Assert.Contains("link/hemmelig", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_server_that_is_away_is_no_fault_of_any_mail()
    {
        await using var db = _database.Open();
        Put(db, "kari@example.no", 1);
        await db.SaveChangesAsync();
        var server = new SmtpServer();
        var port = server.Port;
        await server.DisposeAsync();
        using var postman = new Postman(null!, new MailSettings("mestring@localhost", _folder, new SmtpSettings("127.0.0.1", port, "", "", Tls: false), TimeSpan.FromSeconds(1)), _clock, NullLogger<Postman>.Instance);

        await Assert.ThrowsAnyAsync<Exception>(() => postman.SendDue(db, default));

        var mail = await db.Mails.AsNoTracking().SingleAsync();
        Assert.Equal((0, null, null), (mail.Attempts, mail.Error, mail.GivenUpAt));
    }

    [Fact]
    public async Task Several_instances_at_once_send_each_mail_once()
    {
        await using var server = new SmtpServer();
        await using (var db = _database.Open())
        {
            for (var i = 0; i < 40; i++)
            {
                Put(db, $"nr{i}@example.no", i);
            }

            await db.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = _database.Open();
            using var postman = Over(server);
            await postman.SendDue(db, default);
        })));

        Assert.Equal(40, server.Taken.Count);
        Assert.Equal(40, server.Taken.Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Put(MestringDb db, string recipient, int order) =>
        db.Send(Now.AddMilliseconds(order - 1000), recipient, Nb, "Emne", "Hei", "prove-2027", MunicipalityCode.FromNumber(9901));

    private Postman IntoFolder() => new(null!, new MailSettings("mestring@localhost", _folder, null, TimeSpan.FromSeconds(1)), _clock, NullLogger<Postman>.Instance);

    private Postman Over(SmtpServer server) => new(
        null!, new MailSettings("mestring@localhost", _folder, new SmtpSettings("127.0.0.1", server.Port, "", "", Tls: false), TimeSpan.FromSeconds(1)) { Limit = TimeSpan.FromSeconds(2) }, _clock, NullLogger<Postman>.Instance);
}

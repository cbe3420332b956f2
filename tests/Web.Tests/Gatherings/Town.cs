using System.IO.Compression;
using System.Text;
using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Gatherings;

/// <summary>An application with one network and its leader; municipalities enrol as a test needs them.</summary>
internal sealed class Town : IDisposable
{
    public const string Slug = "prove-2027";

    public App App { get; } = new();

    public void Dispose() => App.Dispose();

    /// <summary>A network in a state, its first gathering on a day (default: 12 April 2027, two months from now).</summary>
    public async Task<NetworkDefinition> Network(NetworkState state, string programme = "hverdagsrehabilitering", DateOnly? first = null, string slug = Slug)
    {
        var definition = App.Services.GetRequiredService<Programmes>().Find(programme)!
            .Schedule(first ?? new DateOnly(2027, 4, 12), slug, new LocalizedText("Prøvenettverket", "Prøvenettverket på nynorsk", "The trial network"));
        await App.Database(async db =>
        {
            db.Networks.Add(new NetworkRow
            {
                Slug = slug,
                Programme = programme,
                State = state,
                Definition = ProgrammeJson.Write(definition),
                Deadline = definition.Terms.Deadline,
                FirstDay = definition.Starts(),
                LastDay = definition.Ends(),
                Version = 1,
            });
            await db.SaveChangesAsync();
        });
        return definition;
    }

    public Task Enrol(string municipality, EnrolmentState state = EnrolmentState.Confirmed, string language = "nb", int population = 4310, int people = 4, string slug = Slug) => App.Database(async db =>
    {
        var network = (await db.Networks.SingleAsync(n => n.Slug == slug)).Read();
        var code = MunicipalityCode.Parse(municipality, null);
        var fee = Fee.Freeze(network.Fee(), new Population(code, new DateOnly(2027, 1, 1), population, "SSB 07459"));
        db.Enrolments.Add(new EnrolmentRow
        {
            Municipality = code,
            Network = slug,
            SubmissionId = Guid.CreateVersion7(App.Clock.GetUtcNow()),
            Reference = $"{slug}-{municipality}",
            State = state,
            MunicipalityName = $"Kommune {municipality}",
            CoordinatorName = $"Kari {municipality}",
            CoordinatorEmail = $"kari@{municipality}.example.no",
            Language = language,
            FeeAmount = (int?)fee.Amount,
            FeeRule = ProgrammeJson.Write(fee),
            Population = population,
            PopulationDate = new DateOnly(2027, 1, 1),
            PopulationSource = "SSB 07459",
            SubmittedAt = App.Start,
            Version = 1,
        });
        for (var i = 1; i <= people; i++)
        {
            db.EnrolmentPeople.Add(new EnrolmentPerson { Municipality = code, Network = slug, Number = i, Who = $"Deltaker {i}", Role = "nurse", Gatherings = "1 2" });
        }

        await db.SaveChangesAsync();
    });

    public Task HandIn(string municipality, int assignment, HandInState state, string text = "Planen vår", bool shared = false) => App.Database(async db =>
    {
        db.HandIns.Add(new HandInRow
        {
            Municipality = MunicipalityCode.Parse(municipality, null),
            Network = Slug,
            Assignment = assignment,
            State = state,
            Text = text,
            Shared = shared,
            At = App.Start,
            By = "Kari",
            Version = 1,
        });
        await db.SaveChangesAsync();
    });

    public Task<EnrolmentRow> Enrolment(string municipality) => App.Database(municipality, db => db.Enrolments.AsNoTracking().SingleAsync(e => e.Network == Slug));

    public Task<NetworkRow> Stored() => App.Database(db => db.Networks.AsNoTracking().SingleAsync(n => n.Slug == Slug));

    public Task<List<Mail>> Mails() => App.Database(db => db.Mails.AsNoTracking().OrderBy(m => m.Recipient).ThenBy(m => m.Subject).ToListAsync());

    public Task<Browser> Leader(string language = "nb") => App.As(Role.Leader, network: Slug, language: language);

    /// <summary>A Word file with these runs in one paragraph.</summary>
    public static byte[] Word(params ReadOnlySpan<string> runs)
    {
        var body = string.Concat(runs.ToArray().Select(r => $"<w:r><w:t>{r}</w:t></w:r>"));
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>{body}</w:p></w:body></w:document>"));
    }

    public static byte[] Zip(params ReadOnlySpan<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}

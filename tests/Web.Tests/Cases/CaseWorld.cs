using System.Net;
using System.Runtime.CompilerServices;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Cases;

/// <summary>Two municipalities in one network of the shipped programme, and somebody at work in the first.</summary>
internal sealed class CaseWorld : IDisposable
{
    public const string Own = "9901";
    public const string Other = "9902";
    public const string Slug = "hverdag-2027";
    public const string List = $"/m/{Own}/{Slug}/cases";

    private CaseWorld()
    {
    }

    public App App { get; } = new();

    public Browser Nurse { get; private set; } = null!;

    public static async Task<CaseWorld> New(string language = "nb")
    {
        var world = new CaseWorld();
        await world.App.Database(async db =>
        {
            var programme = ProgrammeJson.ReadProgramme(await File.ReadAllTextAsync(Shipped()));
            var first = new DateOnly(2027, 1, 12);
            var definition = programme.Schedule(first, Slug, new LocalizedText("Nettverk", "Nettverk", "Network"));
            db.Networks.Add(new NetworkRow { Slug = Slug, Programme = programme.Id, State = NetworkState.Running, Definition = ProgrammeJson.Write(definition), Deadline = first, FirstDay = first, LastDay = definition.Ends() });
            foreach (var municipality in new[] { Own, Other })
            {
                db.Enrolments.Add(new EnrolmentRow
                {
                    Municipality = MunicipalityCode.Parse(municipality, null),
                    Network = Slug,
                    SubmissionId = Guid.CreateVersion7(App.Start),
                    Reference = $"R-{municipality}",
                    State = EnrolmentState.Confirmed,
                    MunicipalityName = municipality,
                    SubmittedAt = App.Start,
                });
            }

            await db.SaveChangesAsync();
        });
        world.Nurse = await world.App.As(Role.Professional, Own, language: language);
        return world;
    }

    /// <summary>Registers a course with two goals rated by COPM; answers with its address.</summary>
    public async Task<string> Start(string pseudonym = "E-0147", string startedOn = "2026-11-16", string user = "existing", bool goals = true)
    {
        var saved = await Nurse.Submit($"{List}/new", ("screen", "4"), ("pseudonym", pseudonym), ("birth-year", "1944"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", user), ("unit", ""), ("started-on", startedOn));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var address = saved.Location![..^"/goals".Length];
        if (goals)
        {
            var chosen = await Nurse.Submit(
                saved.Location!, ("text1", "Gå til butikken"), ("domain1", "Community"), ("text2", "Dusje selv"), ("domain2", "SelfCare"), ("instrument", "Copm"), ("licence", "true"));
            Assert.Equal(address, chosen.Location);
        }

        return address;
    }

    /// <summary>Goes through every screen of a measurement and checks that each leads to the next.</summary>
    public async Task Measure(string address, string point, string day, (string, string)[] ratings, (string, string)[] sppb, string? service, (string, string)[] hours)
    {
        var measurement = $"{address}/measurements/{point}";
        var next = await Next($"{measurement}/status", ("status", "Done"), ("on", day));
        Assert.Equal($"{measurement}/goals", next);
        next = await Next(next, ratings);
        Assert.Equal($"{measurement}/sppb", next);
        next = await Next($"{next}?by=points", sppb);
        if (service is not null)
        {
            Assert.Equal($"{measurement}/service", next);
            next = await Next(next, ("service", service), ("service2", "4"), ("by", "OtherStaff"));
        }

        Assert.Equal($"{measurement}/hours", next);
        next = await Next(next, hours);
        Assert.Equal($"{measurement}/summary", next);
        Assert.Equal(HttpStatusCode.OK, (await Nurse.Get(next)).Status);

        // What is said of the save in the address is not where it leads.
        async Task<string> Next(string screen, params (string, string)[] typed) => (await Nurse.Submit(screen, typed)).Location!.Split("?noticed")[0];
    }

    public void Dispose() => App.Dispose();

    private static string Shipped([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../programmes/hverdagsrehabilitering.json");
}

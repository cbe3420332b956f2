using System.Net;
using System.Runtime.CompilerServices;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

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
        var saved = await Register(Nurse, ("pseudonym", pseudonym), ("birth-year", "1944"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", user), ("unit", ""), ("started-on", startedOn));
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

    /// <summary>Opens a new case and sends all its screens as one.</summary>
    public static async Task<Reply> Register(Browser browser, params (string Field, string Text)[] typed)
    {
        var first = (await browser.Get($"{List}/new?another=true")).Location!;
        return await browser.Post($"{first[..^1]}4", typed);
    }

    /// <summary>Goes through what everybody is asked, with nothing but function filled in.</summary>
    public async Task Finish(string address, string point, string day)
    {
        var measurement = $"{address}/measurements/{point}";
        await Nurse.Submit($"{measurement}/status", ("status", "Done"), ("on", day));
        await Nurse.Submit($"{measurement}/goals");
        await Nurse.Submit($"{measurement}/sppb?by=points", ("balance", "2"), ("gait", "2"), ("chair", "1"));
        if (point is "weeks10")
        {
            await Nurse.Submit($"{measurement}/service", ("service", "5"), ("service2", "4"), ("by", "Alone"));
        }

        await Nurse.Submit($"{measurement}/hours", ("known", "none"));
    }

    /// <summary>Goes through every screen of a measurement and checks that each leads to the next.</summary>
    public async Task Measure(string address, string point, string day, (string, string)[] ratings, (string, string)[] sppb, string? service, (string, string)[] hours)
    {
        var measurement = $"{address}/measurements/{point}";
        var next = await Next($"{measurement}/status", ("status", "Done"), ("on", day), ("outside", "true"));
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
        next = await Next(next, hours.Any(h => h.Item1 is "known") ? hours : [.. hours, ("known", "typed")]);
        Assert.Equal($"{measurement}/summary", next);
        Assert.Equal(HttpStatusCode.OK, (await Nurse.Get(next)).Status);

        // What is said of the save in the address is not where it leads.
        async Task<string> Next(string screen, params (string, string)[] typed) => (await Nurse.Submit(screen, typed)).Location!.Split("?noticed")[0];
    }

    /// <summary>Everything that is registered in the first municipality, with what is only begun.</summary>
    public Task<IReadOnlyList<CaseOutcome>> Outcomes() => App.Database(Own, async db =>
    {
        var windows = (await db.Networks.AsNoTracking().SingleAsync(n => n.Slug == Slug)).Read().Programme.Windows;
        var rows = await db.Cases.AsNoTracking().Where(c => c.Network == Slug).OrderBy(c => c.StartedOn).ThenBy(c => c.Id).ToListAsync();
        return (IReadOnlyList<CaseOutcome>)[.. (await CaseFile.Many(db, windows, rows, default, toChange: false)).Select(f => f.Outcome())];
    });

    public void Dispose() => App.Dispose();

    private static string Shipped([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../programmes/hverdagsrehabilitering.json");
}

using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Networks;
using Mestring.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Networks;

/// <summary>Networks and places for the public pages.</summary>
internal static class Runs
{
    public const string Reablement = "kvardag-2027";
    public const string Disability = "utvikling-2027";

    public static Programme Programme(this App app, string id) => app.Services.GetRequiredService<Programmes>().Find(id)!;

    public static Task AddHistory(this App app) => app.Database(db => HistoricalNetworks.Seed(db, app.Services.GetRequiredService<Programmes>(), CancellationToken.None));

    /// <summary>A run whose first gathering is on a day; open unless said otherwise.</summary>
    public static async Task<NetworkDefinition> AddRun(this App app, string programme, string slug, DateOnly first, NetworkState state = NetworkState.Open)
    {
        var run = app.Programme(programme).Schedule(first, slug, LocalizedText.Same($"Prøvenettverk {slug}"));
        await app.Database(db =>
        {
            db.Networks.Add(new NetworkRow
            {
                Slug = slug,
                Programme = programme,
                State = state,
                Definition = ProgrammeJson.Write(run),
                Deadline = run.Terms.Deadline,
                FirstDay = run.Starts(),
                LastDay = run.Ends(),
            });
            return db.SaveChangesAsync();
        });
        return run;
    }

    /// <summary>The two open networks of the tests; today is 11 February 2027.</summary>
    public static async Task AddOpen(this App app)
    {
        await app.AddRun("hverdagsrehabilitering", Reablement, new DateOnly(2027, 4, 20));
        await app.AddRun("utviklingshemming", Disability, new DateOnly(2027, 4, 20));
        await app.AddPlaces();
    }

    /// <summary>Three made-up municipalities; only one with a known population.</summary>
    public static Task AddPlaces(this App app) => app.Database(db =>
    {
        foreach (var (code, name) in new[] { ("9901", "Eksempelvik"), ("9902", "Prøvedal"), ("9903", "Ålnes") })
        {
            db.Places.Add(new PlaceRow { Code = MunicipalityCode.Parse(code, null), ValidFrom = new DateOnly(2020, 1, 1), Name = name, CountyCode = "99", CountyName = "Prøvefylket" });
        }

        db.Places.Add(new PlaceRow { Code = MunicipalityCode.Parse("9904", null), ValidFrom = new DateOnly(2020, 1, 1), ValidTo = new DateOnly(2024, 1, 1), Name = "Gamlevik", CountyCode = "99", CountyName = "Prøvefylket" });
        db.Populations.Add(new PopulationRow { Code = MunicipalityCode.Parse("9902", null), AsOf = new DateOnly(2027, 1, 1), Inhabitants = 7842, Source = "SSB 07459" });
        db.Populations.Add(new PopulationRow { Code = MunicipalityCode.Parse("9902", null), AsOf = new DateOnly(2020, 1, 1), Inhabitants = 8100, Source = "SSB 07459" });
        return db.SaveChangesAsync();
    });

    public static Task AddEnrolment(this App app, string network, string municipality, EnrolmentState state = EnrolmentState.Received) => app.Database(db =>
    {
        db.Enrolments.Add(new EnrolmentRow
        {
            Municipality = MunicipalityCode.Parse(municipality, null),
            Network = network,
            SubmissionId = Guid.CreateVersion7(App.Start),
            Reference = $"{network}-{municipality}",
            State = state,
            MunicipalityName = municipality,
            SubmittedAt = App.Start,
        });
        return db.SaveChangesAsync();
    });
}

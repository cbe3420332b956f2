using System.Globalization;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Demonstration;

/// <summary>
/// Two programmes as they look in use, with made-up municipalities: one open run of each in which a visitor can enrol, and
/// one that is under way, with courses, figures and plans. Dates count from the day of seeding; the same day gives the same rows.
/// </summary>
internal static class MadeUpNetworks
{
    private const int Seed = 2017;

    /// <summary>Fills an empty demonstration; does nothing when there is one.</summary>
    public static async Task Fill(MestringDb db, Programmes programmes, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Networks.AnyAsync(n => n.Demonstration, ct))
        {
            return;
        }

        var scene = new Scene(db, DemonstrationData.Read(), clock.Today(), clock.GetUtcNow(), new Random(Seed));
        AddPlaces(scene);
        var networks = new DemonstrationNetworks(scene);
        foreach (var programme in programmes.All.Where(p => scene.Data.Names.ContainsKey(p.Id)))
        {
            networks.AddOpen(programme);
            var running = networks.AddRunning(programme);
            if (programme.Features.RegistersCases)
            {
                DemonstrationCases.Add(scene, running);
            }

            if (programme.Features.CollectsDeliveries)
            {
                DemonstrationFigures.Add(scene, running, programme);
            }

            DemonstrationPlans.Add(scene, running, programme.Id);
        }

        AddPeople(scene, networks.Slugs);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the demonstration away and makes it anew, with dates from today.</summary>
    public static async Task Reset(MestringDb db, Programmes programmes, TimeProvider clock, CancellationToken ct)
    {
        var codes = DemonstrationData.Read().Municipalities.Select(m => MunicipalityCode.Parse(m.Code, null)).ToArray();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Networks.Where(n => n.Demonstration).ExecuteDeleteAsync(ct);
            await db.Persons.Where(p => p.Demonstration).ExecuteDeleteAsync(ct);
            await db.Audit.Where(a => codes.Contains(a.Municipality)).ExecuteDeleteAsync(ct);
            await db.Populations.Where(p => codes.Contains(p.Code)).ExecuteDeleteAsync(ct);
            await db.Places.Where(p => codes.Contains(p.Code)).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }

        await Fill(db, programmes, clock, ct);
    }

    private static void AddPlaces(Scene scene)
    {
        foreach (var place in scene.Data.Municipalities)
        {
            var code = MunicipalityCode.Parse(place.Code, null);
            scene.Db.Places.Add(new PlaceRow { Code = code, ValidFrom = new DateOnly(2020, 1, 1), Name = place.Name, CountyCode = scene.Data.County.Code, CountyName = scene.Data.County.Name });
            scene.Db.Populations.Add(new PopulationRow { Code = code, AsOf = scene.PopulationDate, Inhabitants = place.Population, Source = scene.Data.Source });
        }
    }

    private static void AddPeople(Scene scene, IReadOnlyList<string> slugs)
    {
        var order = 0;
        foreach (var human in scene.Data.People)
        {
            // Made a second apart, so that they stand in this order on the sign-in page.
            var now = scene.Now.AddSeconds(order++ - 1000);
            var person = new Person
            {
                Id = scene.NewId(),
                Email = string.Create(CultureInfo.InvariantCulture, $"person{order}@demonstration.example"),
                Name = human.Name,
                Demonstration = true,
                CreatedAt = now,
            };
            scene.Db.Persons.Add(person);
            IEnumerable<PersonRole> roles = human.Municipality is { } code
                ? [new PersonRole { PersonId = person.Id, Role = human.Role, Municipality = MunicipalityCode.Parse(code, null), Network = "" }]
                : slugs.Append(string.Empty).Select(slug => new PersonRole { PersonId = person.Id, Role = human.Role, Municipality = default, Network = slug });
            foreach (var role in roles)
            {
                role.GrantedAt = now;
                scene.Db.PersonRoles.Add(role);
            }
        }
    }
}

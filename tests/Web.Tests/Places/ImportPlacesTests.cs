using Mestring.Core.Places;
using Mestring.Web.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Places;

public sealed class ImportPlacesTests : IDisposable
{
    /// <summary>Inhabitants of 357 municipalities in three years, shipped.</summary>
    private const int Shipped = 3 * 357;

    private static readonly DateOnly Today = new(2027, 2, 11);

    private readonly App _app = new();

    [Fact]
    public async Task The_shipped_municipalities_and_their_changes_are_put_in_once()
    {
        await Seed();
        await Seed();

        var places = await _app.Database(db => db.Places.ToListAsync());
        Assert.Equal(357, places.Count);
        Assert.Equal("Oslo - Oslove", places.Single(p => p.Code == MunicipalityCode.FromNumber(301)).Name);
        var changes = await _app.Database(db => db.PlaceChanges.ToListAsync());
        Assert.Equal(438, changes.Count);
        Assert.Contains(changes, c => (c.FromCode.Number, c.ToCode.Number, c.Kind) == (1507, 1580, "Split"));
    }

    [SkippableFact]
    public async Task The_answer_of_KLASS_is_read_as_it_is_and_agrees_with_what_is_shipped()
    {
        await Seed();

        var done = await Import(SharedData.Path("pxweb/ssb_klass_131_codesAt_2026-01-01.json"));

        Assert.Equal("Read 357 municipalities of 2026-01-01 (SSB KLASS 131): 0 new, 0 changed, 0 ended.", Assert.Single(done.Lines()));
        Assert.Equal(357, await _app.Database(db => db.Places.CountAsync()));
    }

    [SkippableFact]
    public async Task The_export_of_07459_gives_every_municipality_its_inhabitants()
    {
        var done = await Import(SharedData.Path("population/ssb_07459_raw_2024_1yr_sex.csv"));

        Assert.Equal("Read 357 populations of 357 municipalities, 2024-01-01 (SSB 07459): 0 new, 0 changed.", Assert.Single(done.Lines()));
        var oslo = await _app.Database(db => db.Populations.SingleAsync(p => p.Code == MunicipalityCode.FromNumber(301) && p.AsOf == new DateOnly(2024, 1, 1)));
        Assert.Equal((717_710, "SSB 07459"), (oslo.Inhabitants, oslo.Source));
    }

    [SkippableFact]
    public async Task Reading_the_same_file_again_changes_nothing()
    {
        var file = SharedData.Path("population/population_by_municipality_year_b2024.csv");
        var first = await Import(file);
        var again = await Import(file);

        Assert.Contains("2005-01-01 to 2026-01-01", Assert.Single(first.Lines()), StringComparison.Ordinal);
        Assert.EndsWith(": 0 new, 0 changed.", Assert.Single(again.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_list_renames_ends_and_adds()
    {
        await Seed();
        await _app.Database(db =>
        {
            db.Places.Add(new PlaceRow { Code = MunicipalityCode.FromNumber(9901), ValidFrom = new DateOnly(2020, 1, 1), Name = "Eksempelvik", CountyCode = "99", CountyName = "Prøvefylket" });
            return db.SaveChangesAsync();
        });
        var list = ShippedPlaces.Municipalities().Where(m => m.Code.Number is not 1580)
            .Select(m => m.Code.Number is 301 ? m with { Name = "Kristiania" } : m)
            .Append(new Municipality(MunicipalityCode.FromNumber(1581), "Nyvik", "15", "Møre og Romsdal", new DateOnly(2027, 1, 1))).ToList();

        var done = await Run(new PlacesRead(new DateOnly(2027, 1, 1), list, []));

        Assert.Equal((1, 1, 1), done.Places);
        var places = await _app.Database(db => db.Places.ToDictionaryAsync(p => (int)p.Code.Number));
        Assert.Equal(("Kristiania", "Nyvik", new DateOnly(2027, 1, 1), null), (places[301].Name, places[1581].Name, places[1580].ValidTo!.Value, places[9901].ValidTo));
        var choices = await _app.Database(db => InForce.On(db, Today, CancellationToken.None));
        Assert.DoesNotContain(choices, p => p.Code.Number is 1580);
    }

    [Theory]
    [InlineData(10, "2027-01-01", "It looks like a part of a list")]
    [InlineData(356, "2019-01-01", "this is an older list than the one here")]
    public async Task A_list_that_cannot_be_what_is_in_force_is_refused_and_nothing_is_changed(int count, string day, string told)
    {
        await Seed();
        var list = ShippedPlaces.Municipalities().OrderBy(m => m.ValidFrom).Take(count).ToList();

        var fault = await Assert.ThrowsAsync<FormatException>(() => Run(new PlacesRead(DateOnly.Parse(day, null), list, [])));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Database(db => db.Places.CountAsync(p => p.ValidTo != null)));
    }

    [Theory]
    [InlineData("a.csv", "kommunenr,aar,personer\n0301,2026,mange\n", "'mange'")]
    [InlineData("b.json", """{"class":"dataset","id":["Region"]""", "Line 1: the JSON ends or breaks here.")]
    [InlineData("c.json", """{"codes":[{"code":"31","name":"Østfold"}]}""", "codes[0].code: '31'")]
    [InlineData("d.json", """{"hello":1}""", "class: a JSON-stat answer has")]
    [InlineData("e.txt", "", "Line 1: there is no heading")]
    public async Task A_bad_file_is_refused_with_where_and_what(string name, string text, string told)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mestring").FullName, name);
        await File.WriteAllTextAsync(file, text);

        var fault = await Assert.ThrowsAsync<FormatException>(() => Import(file));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Shipped, await _app.Database(db => db.Populations.CountAsync()));
    }

    /// <summary>The fee hangs on the number of inhabitants, and a municipality that is no more has none.</summary>
    [Fact]
    public async Task Inhabitants_of_a_municipality_that_has_ended_are_refused_from_its_end_on()
    {
        await Seed();
        var file = Path.Combine(Directory.CreateTempSubdirectory("mestring").FullName, "f.csv");
        await File.WriteAllTextAsync(file, "kommunenr,aar,personer\n1507,2023,67000\n1507,2024,67000\n");

        var fault = await Assert.ThrowsAsync<FormatException>(() => Import(file));

        Assert.StartsWith("1507 ended 2024-01-01 and has no inhabitants on 2024-01-01.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Database(db => db.Populations.CountAsync(p => p.Code == MunicipalityCode.FromNumber(1507))));
    }

    [Fact]
    public async Task An_import_that_stops_halfway_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var populations = Enumerable.Range(1, 500).Select(i =>
        {
            if (i is 400)
            {
                stop.Cancel();
            }

            return new Population(MunicipalityCode.FromNumber((short)i), Today, i, "SSB 07459");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _app.Database(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await PlaceWriter.Put(db, populations, stop.Token);
            await transaction.CommitAsync();
        }));

        Assert.Equal(Shipped, await _app.Database(db => db.Populations.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private Task Seed() => _app.Database(db => PlaceTable.Seed(db, CancellationToken.None));

    private async Task<ImportedPlaces> Import(string file) => await Run(await PlacesFile.Read(file, null, Today, CancellationToken.None));

    private Task<ImportedPlaces> Run(PlacesRead read) => _app.Database(db => ImportPlaces.Run(db, read, CancellationToken.None));
}

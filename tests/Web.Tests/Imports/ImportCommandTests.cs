namespace Mestring.Web.Tests.Imports;

/// <summary><c>mestring import cases</c> in a process of its own, over the demonstration.</summary>
public sealed class ImportCommandTests : IAsyncLifetime, IDisposable
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\n";
    private const string Network = "hverdagsrehabilitering-2025";
    private readonly CommandLine _mestring = new();

    public async Task InitializeAsync() => Assert.Equal(0, (await _mestring.Run("demo")).Code);

    [Fact]
    public async Task A_dry_run_writes_nothing_and_the_run_itself_writes_what_it_said()
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Dame;alene;nei;01.06.2025\nQ-2;1940;Mann;alene;nei;02.06.2025\n");
        await _mestring.Put("mapping.json", """{ "words": { "sex": { "Dame": "Woman" } } }""");
        var before = _mestring.Count("cases");

        var (code, said, complained) = await Import("--mapping", "mapping.json", "--dry-run");
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("2 rows: 2 new courses, 0 changed, 0 the same, 0 rows refused.", said, StringComparison.Ordinal);
        Assert.Contains("nothing was written", said, StringComparison.Ordinal);
        Assert.Equal((before, 0L), (_mestring.Count("cases"), _mestring.Count("imports")));

        Assert.Equal(0, (await Import("--mapping", "mapping.json")).Code);
        Assert.Equal(before + 2, _mestring.Count("cases"));
        (_, said, _) = await Import("--mapping", "mapping.json");
        Assert.Contains("0 new courses, 0 changed, 2 the same", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_wrong_stops_all_unless_it_may_be_left_out()
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Kvinne;alene;nei;01.06.2025\nQ-2;1940;Mann;alene;nei;31.06.2025\n");
        var before = _mestring.Count("cases");

        var (code, said, _) = await Import();
        Assert.Equal(3, code);
        Assert.Contains("row 3, F Oppstart: 31.06.2025", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", said, StringComparison.Ordinal);
        Assert.Equal(before, _mestring.Count("cases"));

        Assert.Equal(0, (await Import("--valid-only")).Code);
        Assert.Equal(before + 1, _mestring.Count("cases"));
    }

    [Theory]
    [InlineData("""{ "words": { "sex": { "Dame": "Lady" } } }""", "means 'Lady', which the field does not take")]
    [InlineData("""{ "words": { "shoe-size": { "Dame": "Woman" } } }""", "'shoe-size', which is no field")]
    [InlineData("""{ "words": { "at": { "kontroll": "Later" } } }""", "means 'Later', which the field does not take")]
    [InlineData("""{ "columns": { "Referanse": "name" } }""", "'name', which is no field")]
    [InlineData("""{ "colums": {} }""", "The mapping is not the JSON it should be")]
    public async Task A_mapping_that_is_wrong_is_told_in_one_line(string mapping, string told)
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Dame;alene;nei;01.06.2025\n");
        await _mestring.Put("mapping.json", mapping);

        var (code, said, complained) = await Import("--mapping", "mapping.json");

        Assert.Equal((3, ""), (code, said));
        Assert.Contains(told, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
        Assert.Equal(0L, _mestring.Count("imports"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _mestring.Dispose();

    private Task<(int Code, string Said, string Complained)> Import(params string[] more) =>
        _mestring.Run(["import", "cases", "uttrekk.csv", "--network", Network, "--municipality", "9901", .. more]);
}

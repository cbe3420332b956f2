using System.Text.Json;

namespace Mestring.Web.Tests.Imports;

/// <summary><c>mestring import cases</c> over the demonstration.</summary>
[Trait("Database", "own")]
public sealed class ImportCommandTests : IAsyncLifetime, IDisposable
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\n";
    private const string Network = "hverdagsrehabilitering-2025";
    private CommandLine _mestring = null!;

    public async Task InitializeAsync() => _mestring = await CommandLine.WithDemonstration();

    [Fact]
    public async Task A_dry_run_writes_nothing_and_the_run_itself_writes_what_it_said()
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Dame;alene;nei;01.06.2025\nQ-2;1940;Mann;alene;nei;02.06.2025\n");
        await _mestring.Put("mapping.json", """{ "words": { "sex": { "Dame": "Woman" } } }""");
        var before = _mestring.Count("cases");

        var (code, said, complained) = await Import("--mapping", "mapping.json", "--dry-run");
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("2 rows: 2 new cases, 0 changed, 0 the same, 0 rows refused.", said, StringComparison.Ordinal);
        Assert.Contains("nothing was written", said, StringComparison.Ordinal);
        Assert.Equal((before, 0L), (_mestring.Count("cases"), _mestring.Count("imports")));

        Assert.Equal(0, (await Import("--mapping", "mapping.json")).Code);
        Assert.Equal(before + 2, _mestring.Count("cases"));
        (_, said, _) = await Import("--mapping", "mapping.json");
        Assert.Contains("0 new cases, 0 changed, 2 the same", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_wrong_stops_all_unless_it_may_be_left_out()
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Kvinne;alene;nei;01.06.2025\nQ-2;1940;Mann;alene;nei;31.06.2025\n");
        var before = _mestring.Count("cases");

        var (code, said, complained) = await Import();
        Assert.Equal(3, code);
        Assert.Contains("refused: row 3, column Oppstart: found 31.06.2025", complained, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", said, StringComparison.Ordinal);
        Assert.Equal(before, _mestring.Count("cases"));

        // What is left out is told, and so is that something was.
        Assert.Equal(3, (await Import("--valid-only")).Code);
        Assert.Equal(before + 1, _mestring.Count("cases"));
    }

    [Fact]
    public async Task Programs_get_one_object_with_every_refusal_every_change_and_every_column_that_is_not_read()
    {
        await _mestring.Put("uttrekk.csv", Head.Replace("\n", ";TUG start;Skostørrelse\n", StringComparison.Ordinal) + "Q-1;1944;Kvinne;alene;nei;01.06.2025;12,5;38\nQ-2;1940;Mann;alene;nei;31.06.2025;;\n");
        var (code, said, complained) = await Import("--json", "--valid-only");
        Assert.Equal((3, ""), (code, complained));
        using (var told = JsonDocument.Parse(said))
        {
            Assert.Equal((2, 1, 0, 0), (Number(told, "rows"), Number(told, "new"), Number(told, "changed"), Number(told, "same")));
            var refused = Assert.Single(told.RootElement.GetProperty("refused").EnumerateArray());
            Assert.Equal((3, "Oppstart", "31.06.2025"), (refused.GetProperty("row").GetInt32(), refused.GetProperty("column").GetString(), refused.GetProperty("found").GetString()));
            Assert.All(new[] { "wanted", "cure" }, name => Assert.NotEmpty(refused.GetProperty(name).GetString()!));
            Assert.Equal(["Skostørrelse"], told.RootElement.GetProperty("not_read").EnumerateArray().Select(n => n.GetString()));
        }

        await _mestring.Put("uttrekk.csv", Head.Replace("\n", ";TUG start\n", StringComparison.Ordinal) + "Q-1;1944;Kvinne;alene;nei;01.06.2025;13,25\n");
        (code, said, _) = await Import("--json");
        using var changed = JsonDocument.Parse(said);
        Assert.Equal((0, 1), (code, Number(changed, "changed")));
        var change = Assert.Single(changed.RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(
            (2, "start.tug", 12.5m, 13.25m),
            (change.GetProperty("row").GetInt32(), change.GetProperty("field").GetString(), change.GetProperty("old").GetDecimal(), change.GetProperty("new").GetDecimal()));
    }

    [Fact]
    public async Task A_file_without_a_column_that_names_the_case_is_refused_with_the_reason()
    {
        await _mestring.Put("uttrekk.csv", "Skap;Fødselsår;Kjønn\nQ-1;1944;Kvinne\n");
        var (code, said, _) = await Import("--json", "--valid-only");
        using var told = JsonDocument.Parse(said);
        Assert.Equal(3, code);
        Assert.Equal("Pseudonym, Start date", Assert.Single(told.RootElement.GetProperty("refused").EnumerateArray()).GetProperty("column").GetString());
        Assert.Equal(0L, _mestring.Count("imports"));
    }

    [Fact]
    public async Task A_dry_run_needs_neither_a_network_nor_membership_but_a_municipality_there_is()
    {
        await _mestring.Put("uttrekk.csv", Head + "Q-1;1944;Kvinne;alene;nei;01.06.2025\n");
        var (code, said, complained) = await _mestring.Run("import", "cases", "uttrekk.csv", "--municipality", "4640", "--dry-run", "--json");
        Assert.Equal((0, ""), (code, complained));
        using var told = JsonDocument.Parse(said);
        Assert.Equal((1, 1), (Number(told, "rows"), Number(told, "new")));
        Assert.Equal(2, (await _mestring.Run("import", "cases", "uttrekk.csv", "--municipality", "0001", "--dry-run")).Code);
        Assert.Equal(2, (await _mestring.Run("import", "cases", "uttrekk.csv", "--municipality", "4640")).Code);
    }

    [Fact]
    public async Task What_says_who_somebody_is_is_kept_nowhere()
    {
        await _mestring.Put(
            "13097248022.csv",
            Head.Replace("\n", ";Pasientens navn;Kontakt;Født;Siste fem\n", StringComparison.Ordinal) + "Q-1;1944;Kvinne;alene;nei;01.06.2026;Kari Nordmann;kari@example.no;13.09.1972;48022\nQ-2;1944;Mann;alene;nei;31.06.2025;Ola Nordmann;+47 99 88 77 66;;\n");
        await _mestring.Run("import", "cases", "13097248022.csv", "--network", Network, "--municipality", "9901", "--valid-only");
        var kept = string.Join('\n', _mestring.Texts("select file_name || header from imports union all select cells from import_rows"));
        Assert.NotEmpty(kept);
        Assert.All(new[] { "13097248022", "48022", "Nordmann", "kari@", "99 88" }, part => Assert.DoesNotContain(part, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_page_has_a_field_for_is_said_with_the_mapping()
    {
        await _mestring.Put(
            "uttrekk.csv",
            Head.Replace("\n", ";TUG start;Merknad\n", StringComparison.Ordinal)
            + "Q-1;1944;Dame;alene;nei;01.06.2025;12;1014448191\nQ-2;1940;Mann;alene;nei;02.06.2025;-;\nQ-3;1940;Mann;alene;nei;02.06.2025;9;\nQ-3;1940;Mann;alene;nei;03.06.2025;9;\n");
        var (code, said, _) = await Import("--json");
        using var told = JsonDocument.Parse(said);
        Assert.Equal(3, code);
        var cures = told.RootElement.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("cure").GetString()!).ToList();
        Assert.All(cures, cure => Assert.Contains("--mapping", cure, StringComparison.Ordinal));
        Assert.Contains(cures, cure => cure.Contains("(Woman, Man", StringComparison.Ordinal));
        Assert.DoesNotContain("1014448191", said, StringComparison.Ordinal);

        await _mestring.Put("mapping.json", """{ "words": { "sex": { "Dame": "Woman" } }, "missing": ["-"], "separateCases": true }""");
        (code, said, var complained) = await Import("--mapping", "mapping.json");
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("4 rows: 4 new cases", said, StringComparison.Ordinal);
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

    private static int Number(JsonDocument told, string name) => told.RootElement.GetProperty(name).GetInt32();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _mestring.Dispose();

    private Task<(int Code, string Said, string Complained)> Import(params string[] more) =>
        _mestring.Run(["import", "cases", "uttrekk.csv", "--network", Network, "--municipality", "9901", .. more]);
}

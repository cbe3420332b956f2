namespace Mestring.Web.Tests.Places;

/// <summary>The command as somebody types it, in a process and a database of its own.</summary>
[Trait("Database", "own")]
public sealed class PlacesCommandTests : IDisposable
{
    /// <summary>Inhabitants of 357 municipalities in three years, shipped.</summary>
    private const long Shipped = 3 * 357;

    private readonly CommandLine _mestring = new();

    [SkippableFact]
    public async Task A_file_is_taken_in_and_told()
    {
        var (code, said, complained) = await _mestring.Run("places", "import", SharedData.Path("population/ssb_07459_raw_2024_1yr_sex.csv"));

        Assert.Equal(0, code);
        Assert.EndsWith("a new one was made.", complained.Trim(), StringComparison.Ordinal);
        Assert.Equal("Read 357 populations of 357 municipalities, 2024-01-01 (SSB 07459): 0 new, 0 changed.", said.Trim());
        Assert.Equal(Shipped, _mestring.Count("populations"));
        Assert.Equal(2L, _mestring.Count("networks"));
    }

    [SkippableFact]
    public async Task Statistics_Norway_is_asked_for_the_year_before_where_the_newest_is_not_out()
    {
        await using var stub = await StatisticsNorwayStub.Start(newest: 2025);

        var (code, said, complained) = await _mestring.Run("places", "import", "--from-ssb", "--api", stub.Address.ToString());

        Assert.Equal(0, code);
        Assert.EndsWith("a new one was made.", complained.Trim(), StringComparison.Ordinal);
        Assert.Contains("Read 357 municipalities", said, StringComparison.Ordinal);
        Assert.Contains(": 0 new, ", said, StringComparison.Ordinal);
        Assert.Equal(3, stub.Asked.Count);
        Assert.Equal(Shipped, _mestring.Count("populations"));
    }

    [SkippableFact]
    public async Task A_refusal_of_Statistics_Norway_is_told_and_changes_nothing()
    {
        await using var stub = await StatisticsNorwayStub.Start(newest: 2025, status: 429);

        var (code, said, complained) = await _mestring.Run("places", "import", "--from-ssb", "--api", stub.Address.ToString());

        Assert.Equal((3, ""), (code, said));
        Assert.Contains("It allows 30 calls a minute", complained, StringComparison.Ordinal);
        Assert.Equal(Shipped, _mestring.Count("populations"));
    }

    [Theory]
    [InlineData(3, "Line 2, column 3: 'mange'", "places", "import", "bad.csv")]
    [InlineData(3, "Nothing was changed.", "places", "import", "not-there.csv")]
    [InlineData(3, "cannot be reached", "places", "import", "--from-ssb", "--api", "http://127.0.0.1:1/")]
    [InlineData(2, "give either a file or --from-ssb", "places", "import")]
    [InlineData(2, "--date is 'i fjor'", "places", "import", "bad.csv", "--date", "i fjor")]
    public async Task What_is_wrong_is_told_in_one_line_and_never_as_a_stack_trace(int expected, string told, params string[] args)
    {
        await _mestring.Put("bad.csv", "kommunenr,aar,personer\n0301,2026,mange\n");

        var (code, said, complained) = await _mestring.Run(args);

        Assert.Equal((expected, ""), (code, said));
        Assert.StartsWith("mestring: ", complained, StringComparison.Ordinal);
        Assert.Contains(told, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    public void Dispose() => _mestring.Dispose();
}

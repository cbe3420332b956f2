namespace Mestring.Web.Tests.Access;

/// <summary>Accounts on the command line, with the settings the server runs with.</summary>
[Trait("Database", "own")]
public sealed class UsersCommandTests : IDisposable
{
    private readonly CommandLine _mestring = new();

    [Fact]
    public async Task An_account_is_made_listed_given_a_new_link_reset_and_ended()
    {
        var (code, said, _) = await _mestring.Run("users", "add", "--role", "operator", "--email", "Drift@Example.no", "--name", "Drift", "--Address", "https://mestring.example");
        Assert.Equal(0, code);
        Assert.Contains("https://mestring.example/link/", said, StringComparison.Ordinal);
        Assert.Contains("drift@example.no", (await _mestring.Run("users", "list")).Said, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"invited\"", (await _mestring.Run("users", "list", "--json")).Said, StringComparison.Ordinal);

        var link = await _mestring.Run("users", "link", "--email", "drift@example.no", "--Address=https://mestring.example");
        Assert.Equal(0, link.Code);
        Assert.Contains("https://mestring.example/link/", link.Said, StringComparison.Ordinal);
        Assert.Equal(0, (await _mestring.Run("users", "reset-second-factor", "--email", "drift@example.no", "--Address", "https://mestring.example")).Code);
        Assert.Equal(0, (await _mestring.Run("users", "remove", "--email", "drift@example.no")).Code);
        Assert.Equal(1, _mestring.Count("persons WHERE disabled_at IS NOT NULL"));
        Assert.Equal(0, _mestring.Count("person_roles"));
        Assert.Equal(0, _mestring.Count("one_time_links WHERE used_at IS NULL"));
        Assert.Equal(3, (await _mestring.Run("users", "link", "--email", "drift@example.no", "--Address", "https://mestring.example")).Code);
    }

    [Theory]
    [InlineData("drift")]
    [InlineData("a@example.no, b@example.no")]
    [InlineData("Drift <drift@example.no>")]
    public async Task What_is_not_one_plain_address_is_refused(string email)
    {
        var (code, _, complained) = await _mestring.Run("users", "add", "--role", "leader", "--email", email, "--Address", "https://mestring.example");

        Assert.Equal(2, code);
        Assert.Contains("You wrote", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_needs_to_know_where_people_open_the_installation()
    {
        var (code, _, complained) = await _mestring.Run("users", "add", "--role", "leader", "--email", "leder@example.no");

        Assert.Equal(1, code);
        Assert.Contains("Address is not set.", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_database_is_made_where_nobody_has_said_where()
    {
        var (code, _, complained) = await _mestring.RunAlone("users", "list");

        Assert.Equal(1, code);
        Assert.Contains("There is no database", complained, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_mestring.Folder));
    }

    [Fact]
    public async Task The_settings_of_the_server_say_which_database_on_every_verb_and_a_new_one_is_not_made_in_silence()
    {
        var there = Path.Combine(_mestring.Folder, "der");

        var (code, _, complained) = await _mestring.RunAlone("users", "list", "--Data:Folder", there);
        var second = await _mestring.RunAlone("users", "list", $"--Data:Folder={there}");

        Assert.Equal((0, 0), (code, second.Code));
        Assert.Contains("a new one was made", complained, StringComparison.Ordinal);
        Assert.DoesNotContain("a new one was made", second.Complained, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(there, "mestring.db")));
        }
    }

    [Theory]
    [InlineData("users", "list")]
    [InlineData("serve", "--Address=http://localhost:1")]
    public async Task A_database_that_can_only_be_read_is_named_with_what_to_do(params string[] verb)
    {
        await _mestring.Run("users", "list", $"--Data:Folder={_mestring.Folder}");
        var file = Path.Combine(_mestring.Folder, "mestring.db");

        var (code, _, complained) = await _mestring.Run([.. verb, $"--ConnectionStrings:Mestring=Data Source={file};Mode=ReadOnly"]);

        Assert.Equal(1, code);
        Assert.StartsWith($"mestring: The database '{file}' can only be read. Let the user Mestring runs as write", complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_in_one_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_mestring.Folder, "mestring.db"), "dette er ingen database, men en lang nok tekst til at noen kan tro det");

        var (code, _, complained) = await _mestring.Run("users", "list");

        Assert.Equal(1, code);
        Assert.StartsWith("mestring: ", complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    public void Dispose() => _mestring.Dispose();
}

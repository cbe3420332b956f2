using System.Globalization;
using System.Text;

namespace Mestring.Web.Tests.Analysis;

/// <summary>The fast way over a file of episodes says what the methods say one by one, however it is cut.</summary>
public sealed class EpisodesTests : IDisposable
{
    private const string Header = "episode_id,municipality,network,month,instrument,pre,post,hours_pre,hours_post\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("episodes-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_municipality_has_the_change_that_analyse_change_finds()
    {
        var rows = new StringBuilder(Header);
        var pairs = new StringBuilder("id,pre,post\n");
        var random = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            var (pre, change) = (random.Next(10, 60) / 10m, random.Next(-15, 45) / 10m);
            var post = i % 7 == 0 ? string.Empty : (pre + change).ToString(CultureInfo.InvariantCulture);
            rows.Append(CultureInfo.InvariantCulture, $"{i},Vik,N1,2024-{(i % 12) + 1:00},COPM,{pre},{post},8.5,{(post.Length == 0 ? string.Empty : "4")}\n");
            pairs.Append(CultureInfo.InvariantCulture, $"{i},{pre},{post}\n");
        }

        var line = Tables(rows.ToString(), 1)["change_municipality.csv"].Split('\n')[1].Split(',');
        var change1 = Analyse.Json(pairs.ToString(), "change - --important 2");
        string[] names = ["n_rows", "n_pairs", "mean_pre", "mean_post", "mean_change", "sd_change", "ci95", "ci95", "t", "p_t", "dz", "q1_change", "median_change", "q3_change"];
        for (var i = 0; i < names.Length; i++)
        {
            var expected = names[i] is "ci95" ? (double)change1["ci95"]![i - 6]! : (double)change1[names[i]]!;
            Assert.Equal(expected, double.Parse(line[i + 2], CultureInfo.InvariantCulture), 1e-9 * Math.Max(1, Math.Abs(expected)));
        }

        Assert.Equal((double)change1["wilcoxon"]!["v"]!, double.Parse(line[21], CultureInfo.InvariantCulture));
        Assert.Equal((double)change1["wilcoxon"]!["p"]!, double.Parse(line[23], CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal((string?)change1["important"]!["n_reached"]?.ToString(), line[16]);
    }

    [Fact]
    public void The_number_of_parts_changes_no_byte()
    {
        var random = new Random(9);
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 120_000; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{i},K{random.Next(40):000},N{random.Next(3)},2024-{random.Next(1, 13):00},{(i % 3 == 0 ? "SPPB" : "COPM")},{random.Next(20, 60) / 10.0},{random.Next(30, 80) / 10.0},{random.Next(90) / 10.0},{random.Next(50) / 10.0}\r\n");
        }

        var one = Tables(rows.ToString(), 1);

        Assert.Equal(6, one.Count);
        Assert.Equal(one, Tables(rows.ToString(), 2));
        Assert.Equal(one, Tables(rows.ToString(), 5));
    }

    [Fact]
    public void Hours_are_summed_over_those_with_both_and_the_reduction_is_a_ratio_of_sums()
    {
        var tables = Tables(Header + "1,Vik,N1,2024-01,SPPB,3,5,10,0\n2,Vik,N1,2024-01,SPPB,3,,6,\n3,Vik,N1,2024-01,SPPB,3,4,0,0\n4,Vik,N1,2024-02,SPPB,3,4,5.5,2\n", 1);

        Assert.Equal("Vik,3,15.5,2,4.5,87.09677419354838,1", tables["hours_municipality.csv"].Split('\n')[1]);
        Assert.StartsWith("Vik,SPPB,2,1.25,0.5,", tables["spc_series.csv"].Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,Vik,N1,2024-01,COPM,x,4,1,1\n", "row 2, column pre: 'x' is not a number.")]
    [InlineData("1,Vik,N1,2024-01,COPM,3,4,1\n", "row 2: the row has 8 fields where the header has 9.")]
    [InlineData("1,Vik,N1,2024-01,COPM,3,4,1,1\n2,,N1,2024-01,COPM,3,4,1,1\n", "row 3, column municipality: the field is empty.")]
    [InlineData("1,\"Vik\",N1,2024-01,COPM,3,4,1,1\n", "row 2, column 2: a quotation mark stood there.")]
    [InlineData("1,Vik,N1,2024-01,COPM,1e999,4,1,1\n", "row 2, column pre: '1e999' is not a number.")]
    public void A_bad_row_is_refused_with_its_line(string rows, string message)
    {
        var (code, _, error) = Analyse.Run(Header + rows, "episodes", "-", "--out", _folder.FullName);

        Assert.Equal(3, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_in_a_later_part_keeps_its_line_in_the_file()
    {
        var rows = new StringBuilder(Header);
        for (var i = 2; i <= 150_000; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{i},Vik,N1,2024-01,COPM,3,{(i == 140_001 ? "fire" : "4")},1,1\n");
        }

        Assert.Contains("row 140001, column post: 'fire'", Analyse.Run(rows.ToString(), "episodes", "-", "--out", _folder.FullName, "--threads", "3").Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Tables(string file, int threads)
    {
        var (code, _, error) = Analyse.Run(file, "episodes", "-", "--out", _folder.FullName, "--threads", threads.ToString(CultureInfo.InvariantCulture));
        Assert.True(code == 0, error);
        return _folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName), StringComparer.Ordinal);
    }
}

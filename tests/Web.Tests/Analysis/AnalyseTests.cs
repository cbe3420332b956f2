using System.Globalization;

namespace Mestring.Web.Tests.Analysis;

/// <summary>Figures by R 4.2.2 where no hand reaches; the same as in the tests of the formulas themselves.</summary>
public sealed class AnalyseTests
{
    private const string Visits = "id;pre;post;sex\n1;3,2;6,1;f\n2;4;;m\n3;5,3;3.3;f\n4;;;m\n";

    [Fact]
    public void Change_counts_missing_values_on_each_side_and_names_its_test()
    {
        var answer = Analyse.Json(Visits, "change - --important 2");

        Assert.Equal("4 2 1 2", $"{answer["n_rows"]} {answer["n_pairs"]} {answer["n_missing_pre"]} {answer["n_missing_post"]}");
        Assert.Equal(0.45, (double)answer["mean_change"]!, 1e-12);
        Assert.Equal("exact", (string?)answer["wilcoxon"]!["method"]);
        Assert.Equal((1, 1), ((int)answer["important"]!["n_reached"]!, (int)answer["important"]!["n_worsened"]!));
        Assert.False(answer.AsObject().ContainsKey("reason"));
    }

    [Fact]
    public void Groups_stand_in_the_order_they_are_met_and_an_empty_one_says_why()
    {
        var answer = Analyse.Json(Visits, "change - --by sex");

        Assert.Equal("f m", string.Join(' ', answer["groups"]!.AsArray().Select(g => (string?)g!["key"])));
        Assert.Equal("n=0", (string?)answer["groups"]![1]!["reason"]);
        Assert.Equal(2, (int)answer["total"]!["n_pairs"]!);
    }

    [Theory]
    [InlineData("id,pre,post\n", "n=0")]
    [InlineData("id,pre,post\n1,2,4\n", "n=1")]
    [InlineData("id,pre,post\n1,2,4\n2,3,5\n", "sd=0")]
    public void What_is_undefined_is_null_with_its_reason(string file, string reason)
    {
        var answer = Analyse.Json(file, "change -");

        Assert.Equal(reason, (string?)answer["reason"]);
        Assert.Null(answer["t"]);
        Assert.Null(answer["dz"]);
    }

    [Fact]
    public void Numbers_in_json_are_invariant_and_whole_and_people_read_their_own()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");

            Assert.Contains("\"mean_change\": 0.", Analyse.Run(Visits, "change", "-", "--json").Output, StringComparison.Ordinal);
            Assert.Contains("mean_change         0,45", Analyse.Run(Visits, "change", "-").Output, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Shares_rates_and_ratios_are_null_without_a_denominator()
    {
        var shares = Analyse.Json("id,x,n\na,0,10\nb,0,0\nc,65,1e+02\n", "proportion -")["rows"]!;
        var rates = Analyse.Json("id,x,pop\na,0,1200\nb,10,1200\nc,3,0\n", "rate - --per 1000")["rows"]!;

        Assert.Equal(0, (double)shares[0]!["wilson95"]![0]!);
        Assert.Equal("denominator=0", (string?)shares[1]!["reason"]);
        Assert.Equal(0.7783540614090, (double)shares[2]!["wilson998"]![1]!, 1e-10);
        Assert.Equal("exact byar ", string.Join(' ', rates.AsArray().Select(r => (string?)r!["method"])));
        Assert.Equal(3.0740662117616129, (double)rates[0]!["ci95"]![1]!, 1e-10);
    }

    [Fact]
    public void Standardised_rates_need_ten_events_and_people_in_every_stratum()
    {
        const string Header = "area,ageband,count,pop,stdpop\n";
        var rows = Analyse.Json(Header + "A,1,2,900,3000\nA,2,7,1200,2500\nA,3,15,1000,2000\nA,4,30,500,800\nB,1,3,10,10\n", "standardise - --direct")["rows"]!;

        Assert.Equal(11.957831325301205, (double)rows[0]!["rate"]!, 1e-11);
        Assert.Equal("count<10", (string?)rows[1]!["reason"]);
        var (code, _, error) = Analyse.Run(Header + "Vik,80+,2,0,3000\n", "standardise", "-", "--direct");
        Assert.Equal(3, code);
        Assert.Contains("row 2, column pop: '0' is the population of age band '80+' in area 'Vik'.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_keeps_gaps_and_counts_phases_from_one()
    {
        var answer = Analyse.Json("date,value\n2024-01,4\n2024-02,6\n2024-03,\n2024-04,8\n2024-05,6\n", "spc - --rebase 2024-04");

        Assert.Equal([1, 1, 1, 2, 2], answer["points"]!.AsArray().Select(p => (int)p!["phase"]!));
        Assert.Null(answer["points"]![2]!["value"]);
        Assert.Equal(2, (double)answer["phases"]![1]!["mean_mr"]!);
        Assert.True((bool)answer["phases"]![0]!["provisional"]!);
    }

    [Fact]
    public void A_unit_without_spread_borrows_the_others_and_is_marked()
    {
        var answer = Analyse.Json("unit,n,mean_change,sd_change\na,12,2.1,1.5\nb,30,3.4,2\nc,1,4,\n", "pool - --method dl");

        Assert.Equal([false, false, true], answer["units"]!.AsArray().Select(u => (bool)u!["pooled_sd"]!));
        Assert.Equal(((11 * 2.25) + (29 * 4)) / 40, (double)answer["units"]![2]!["vi"]!, 1e-12);
        Assert.Equal("k=1", (string?)Analyse.Json("unit,yi,vi\na,2,0.5\n", "pool -")["reason"]);
        Assert.Equal("none", (string?)Analyse.Json("unit,yi,vi\na,2,0.5\nb,2,0.5\n", "pool -")["ranking"]);
    }

    [Fact]
    public void The_reference_of_municipalities_is_a_ratio_of_sums()
    {
        var units = Analyse.Json("municipality,population,users,hours_year,cost_nok\nA,1000,50,5000,3e6\nB,2000,0,0,0\n", "decompose - --method lmdi")["units"]!;

        Assert.Equal(1000, (double)units[0]!["v_ref"]!);
        Assert.Equal(2000, (double)units[0]!["contributions"]!["coverage"]!, 1e-9);
        Assert.Equal(-1000, (double)units[1]!["contributions"]!["coverage"]!, 1e-9);
    }

    [Fact]
    public void Instruments_are_scored_and_a_missing_part_leaves_no_total()
    {
        const string Times = "id,side,semi,tandem,walk1,walk2,course_m,chair5\n1,10,10,10,4.815,5,4,11.2\n2,10,10,,,,,\n";

        Assert.Equal((10, null), Totals(Analyse.Json(Times, "score sppb -")));
        Assert.Equal((10, 2), Totals(Analyse.Json(Times, "score sppb - --empty unable")));
        Assert.Equal(60, (double)Analyse.Json("id,goal,weight,score\n1,a,1,1\n", "score gas -")["rows"]![0]!["t"]!, 1e-12);
        Assert.Equal("incomplete", (string?)Analyse.Json("id,bowels,bladder,grooming,toilet,feeding,transfer,mobility,dressing,stairs,bathing\n1,2,2,1,,2,3,3,2,2,1\n", "score barthel -")["rows"]![0]!["reason"]);

        static (int?, int?) Totals(System.Text.Json.Nodes.JsonNode answer) => ((int?)answer["rows"]![0]!["total"], (int?)answer["rows"]![1]!["total"]);
    }

    [Fact]
    public void Every_method_shows_an_example_in_its_help()
    {
        foreach (var method in (string[])["change", "proportion", "rate", "standardise", "spc", "funnel", "pool", "decompose", "dea", "quantile", "project", "score sppb", "episodes"])
        {
            Assert.Contains($"mestring analyse {method} ", Analyse.Run(string.Empty, [.. method.Split(' '), "--help"]).Output, StringComparison.Ordinal);
        }
    }
}

using System.Globalization;
using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Statistics;
using RunChart = Mestring.Core.Charts.RunChart;

namespace Mestring.Web.Tests.Comparison;

public sealed class SectionsTests
{
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>Four new people in each of six months, forty in the month that has just begun: the median is 4, and no level has shifted.</summary>
    [Fact]
    public void The_month_that_is_not_over_is_shown_with_a_star_and_has_no_part_in_the_median()
    {
        CaseOutcome[] courses =
        [
            .. Enumerable.Range(0, 24).Select(i => Made.Course("9901", i) with { StartedOn = new DateOnly(2026, 9, 1).AddMonths(i / 4), EndedOn = null, EndReason = null }),
            .. Enumerable.Range(0, 40).Select(i => Made.Course("9901", 100 + i) with { StartedOn = Made.Today, EndedOn = null, EndReason = null }),
        ];
        var chart = (RunChart)Figures(Made.Document(Made.Results(courses))).Single(c => c.Text.Id is "inclusion");

        Assert.Equal((7, 4), (chart.Points.Count, chart.Median));
        Assert.Equal((true, 40), (chart.Points[^1].Shown is "*", chart.Points[^1].Value));
        Assert.Equal("40", chart.Text.Rows.Row("mars 2027*")[0]);
        Assert.StartsWith("* Måneden er ikke over.", chart.Text.Source, StringComparison.Ordinal);
        var over = (RunChart)Figures(Made.Document(Made.Results(courses, today: new DateOnly(2027, 3, 31)))).Single(c => c.Text.Id is "inclusion");
        Assert.DoesNotContain(over.Points, p => p.Shown is not null);
    }

    [Fact]
    public void A_month_whose_last_starter_can_still_be_measured_is_not_over_for_the_change()
    {
        var window = Seeded.Programme(Seeded.Reablement).Windows.Single(w => w.Point is MeasurementPoint.Weeks10);
        CaseOutcome[] courses = [.. Enumerable.Range(0, 96).Select(i => Started(Made.Course("9901", i), new DateOnly(2026, 3, 1).AddMonths(i / 8)))];
        var today = new DateOnly(2027, 2, 20);
        var chart = (RunChart)Figures(Made.Document(Made.Results([.. courses.Where(c => c.At(MeasurementPoint.Weeks10)!.On < today)], today: today))).Single(c => c.Text.Id is "change-months");

        Assert.All(chart.Points.Index(), p => Assert.Equal(
            window.Closes(new DateOnly(2026, 3, 1).AddMonths(p.Index + 1).AddDays(-1)) >= today, p.Item.Shown is "*"));
        Assert.Contains(chart.Points, p => p.Shown is "*");
        Assert.Equal(Quantiles.Median([.. chart.Points.Where(p => p.Shown is null).Select(p => p.Value!.Value)]), chart.Median);
    }

    [Theory]
    [InlineData(9, "9")]
    [InlineData(2, ":")]
    public void Deaths_in_the_network_are_counted_or_hidden_and_never_called_not_applicable(int deaths, string shown)
    {
        CaseOutcome[] courses =
        [
            .. Made.Courses(14, 16, 18, 20, 12),
            .. Enumerable.Range(0, 6 * deaths).Select(i => Made.Course($"990{2 + (i % 3)}", 200 + i, measured: false) with { EndReason = i < deaths ? EndReason.Died : EndReason.OtherEarly }),
        ];

        Assert.Equal(["0", shown], Made.Document(Made.Results(courses)).Chart("participation")!.Rows.Row("Døde"));
    }

    [Fact]
    public void A_domain_with_fewer_than_ten_goals_shows_their_number_and_no_mean()
    {
        CaseOutcome[] courses = [.. Enumerable.Range(0, 18).Select(i => Made.Course("9901", i) with { Goals = [new GoalPlan(1, i < 9 ? GoalDomain.SelfCare : GoalDomain.Mobility)] })];

        var chart = Made.Document(Made.Results(courses)).Chart("domains")!;

        Assert.EndsWith("9 av 18. Det er for få til å si noe om snittet.", chart.Reading, StringComparison.Ordinal);
        Assert.Equal(["9", "..", "..", ".."], chart.Rows.Row("Mobilitet"));
    }

    /// <summary>
    /// By hand over fourteen courses: before 8 + n mod 3, after 4 + n mod 4 hours. Two more died, one lives in an institution and one moved out, each
    /// with no hours afterwards; two more have no hours left because they need none.
    /// </summary>
    [Fact]
    public void Hours_have_a_median_and_quartiles_and_those_who_died_or_moved_are_never_zero_hours()
    {
        CaseOutcome[] gone =
        [
            NoHours(20) with { EndReason = EndReason.Died }, NoHours(21) with { EndReason = EndReason.Died }, NoHours(22) with { SettingAtEnd = Setting.LongTermCare },
            NoHours(23) with { EndReason = EndReason.Moved }, NoHours(24) with { EndReason = EndReason.NoService }, NoHours(25) with { EndReason = EndReason.NoService },
        ];
        var document = Made.Document(Made.Results([.. Made.Courses(14, 16, 18, 20, 12), .. gone]));

        double[] changes = [.. Enumerable.Range(0, 14).Select(i => 4.0 + (i % 4) - 8 - (i % 3)), .. new[] { 24, 25 }.Select(i => -8.0 - (i % 3))];
        var row = document.Chart("hours")!.Rows.Row("etter 10 uker");
        Assert.Equal("16", row[0]);
        Assert.Equal(Math.Round(changes.Average(), 1), double.Parse(row[3].Replace('−', '-'), Norwegian));
        Array.Sort(changes);
        var (median, low, high) = (Quantiles.OfSorted(changes, 0.5)!.Value, Quantiles.OfSorted(changes, 0.25)!.Value, Quantiles.OfSorted(changes, 0.75)!.Value);
        Assert.Equal($"{Text(median)} ({Text(low)} til {Text(high)})", row[5]);
        Assert.Contains("2 har ingen timer igjen: 13 %", document.Chart("hours")!.Reading.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var fates = document.Table("Hva skjedde med timene etter 10 uker?");
        Assert.Equal(
            ["2", "2", "1", "1"],
            new[] { "Ingen igjen", "Utenfor: døde", "Utenfor: flyttet til institusjon", "Utenfor: flyttet fra kommunen" }.Select(name => fates.Rows.Row(name)[0]));
        Assert.StartsWith("Kommunen: 20 skulle vært målt etter 10 uker, 20 er målt, 0 skal måles senere. Nettverket: 86 skulle vært målt etter 10 uker, 86 er målt,", fates.Footnote, StringComparison.Ordinal);
    }

    /// <summary>Twenty are measured, four of them did not answer.</summary>
    [Fact]
    public void Satisfaction_says_how_many_of_those_who_were_asked_have_answered()
    {
        CaseOutcome[] courses =
        [
            .. Enumerable.Range(0, 20).Select(i => Made.Course("9901", i)).Select((c, i) => i < 4 ? c with { Points = [.. c.Points.Select(p => p with { Satisfaction = null })] } : c),
            Made.Course("9901", 30, measured: false),
        ];

        var chart = Made.Document(Made.Results(courses)).Chart("satisfaction")!;

        Assert.EndsWith("16 av 20 som ble målt, har svart (80 %).", chart.Reading.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("4", chart.Rows.Row("Målt, men ikke svart")[0]);
    }

    [Fact]
    public void Satisfaction_says_who_wrote_the_answers_down()
    {
        CaseOutcome[] courses =
        [
            .. Enumerable.Range(0, 20).Select(i => Made.Course("9901", i)).Select((c, i) => c with { Points = [.. c.Points.Select(p => p with { SatisfactionBy = i < 12 ? AnswerHelp.Alone : i < 17 ? AnswerHelp.Deliverer : null })] }),
        ];

        var source = Made.Document(Made.Results(courses)).Chart("satisfaction")!.Source!.Replace('\u00a0', ' ');
        Assert.EndsWith(
            "De som skrev svarene: brukeren selv (12), brukeren sammen med pårørende (0), en ansatt som ikke har gitt hjelpen (0), en ansatt som har gitt hjelpen (5) og ikke oppgitt (3).", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_add_up_to_those_who_started_with_those_whose_day_has_not_come()
    {
        CaseOutcome[] courses = [.. Made.Courses(14), Made.Course("9901", 50) with { StartedOn = Made.Today.AddDays(-10), EndedOn = null, EndReason = null, SettingAt91Days = null }];

        var table = Made.Document(Made.Results(courses)).Table("Hvor bor brukerne senere?");

        Assert.Equal("1", table.Rows.Row("Dagen er ikke kommet")[0]);
        Assert.Equal(15, table.Rows.Sum(r => int.Parse(r.Cells[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Where_only_new_users_count_the_estimates_and_the_deaths_are_still_shown()
    {
        CaseOutcome[] courses =
        [
            .. Enumerable.Range(0, 3).Select(i => Made.Course("9901", i) with { NewUser = true, EstimatedHours = 6 }),
            Made.Course("9901", 3) with { NewUser = true, EndReason = EndReason.Died }, Made.Course("9901", 4) with { EndReason = EndReason.Died },
        ];
        var document = Made.Document(Made.Results(courses));

        Assert.Contains("3 nye brukere er regnet for seg", document.Words(), StringComparison.Ordinal);
        Assert.Contains("Ingen forløp med vedtak ved start kan regnes med ennå.", document.Words(), StringComparison.Ordinal);
        Assert.Equal(["1", "1"], document.Table("Hvilke forløp er regnet med?").Rows.Row("Døde"));
    }

    /// <summary>Two courses of 252 h and 42 h: the larger stands for 86 %; the decision of the smaller ran out the day after the course.</summary>
    [Fact]
    public void The_largest_users_share_is_shown_also_for_a_few_and_so_are_hours_without_those_whose_decision_ran_out()
    {
        var course = Made.Course("9901", 0);
        CaseOutcome[] courses =
        [
            course with { Steps = [new HoursStep(course.StartedOn, 10), new HoursStep(course.StartedOn.AddDays(70), 4)] },
            course with { Steps = [new HoursStep(course.StartedOn, 1), new HoursStep(course.StartedOn.AddDays(70), 0)], RanOutOn = course.StartedOn.AddDays(70) },
        ];
        var words = Made.Document(Made.Results(courses)).Words().Replace('\u00a0', ' ');

        Assert.Contains("Brukeren med mest står for 86 % av alt.", words, StringComparison.Ordinal);
        Assert.Contains("I 1 av forløpene er timene slutt bare fordi siste vedtak gikk ut. Uten det er 252 vedtakstimer frigjort.", words, StringComparison.Ordinal);
    }

    /// <summary>Mean and interval over all courses by the book, from the courses' own steps; each municipality of ten or more has its own.</summary>
    [Fact]
    public void Hours_freed_and_working_hours_for_each_course_are_pooled_over_the_network_with_each_municipalitys_interval()
    {
        CaseOutcome[] courses = [.. Made.Courses(14, 16, 18, 20, 10).Select((c, i) => c with { Input = [new ProfessionTime(Profession.HomeTrainer, 60 * (1 + (i % 5)), 30, null)] })];
        var leader = Made.Document(Made.Results(courses, own: null));

        double[] freed = [.. courses.Select(c => (c.Steps[0].HoursPerWeek - c.Steps[1].HoursPerWeek) * (Math.Min(c.StartedOn.AddDays(364).DayNumber, Made.Today.DayNumber) - c.StartedOn.AddDays(70).DayNumber) / 7.0)];
        var (mean, half) = Comparison.Courses.Reference(freed);
        Assert.Equal(["78", Whole(mean), $"{Whole(mean - half)}–{Whole(mean + half)}"], leader.Chart("network-freed")!.Rows.Row("Nettverket"));
        (mean, half) = Comparison.Courses.Reference([.. courses.Select((_, i) => 1.5 + (i % 5))]);
        Assert.Equal(["78", Whole(mean), $"{Whole(mean - half)}–{Whole(mean + half)}"], leader.Chart("network-work")!.Rows.Row("Nettverket"));
        Assert.Equal(["Dømevik", "Eksempelvik", "Prøvedal", "Småvik", "Ålnes", "Nettverket"], leader.Chart("network-freed")!.Rows.Select(r => r.Cells[0]));
        (mean, half) = Comparison.Courses.Reference(freed[..14]);
        Assert.Equal(["14", Whole(mean), $"{Whole(mean - half)}–{Whole(mean + half)}"], leader.Chart("network-freed")!.Rows.Row("Eksempelvik"));
    }

    /// <summary>One of Eksempelvik's fourteen freed 158 hours a week, more than all the others of the network together.</summary>
    [Fact]
    public void Hours_that_are_mostly_one_persons_are_hidden_from_others_and_ones_own_are_seen()
    {
        CaseOutcome[] courses = [.. Made.Courses(14, 12, 12, 12, 12).Select((c, i) => c with { Steps = [new HoursStep(c.StartedOn, i == 0 ? 160 : 3), new HoursStep(c.StartedOn.AddDays(70), 2)] })];
        var (leader, own) = (Made.Document(Made.Results(courses, own: null)), Made.Document(Made.Results(courses)));

        Assert.Null(leader.Chart("network-freed"));
        Assert.Contains("Frigjorte vedtakstimer per forløp vises ikke. Én person står for mer enn halvparten", leader.Words(), StringComparison.Ordinal);
        Assert.All(own.Chart("network-freed")!.Rows.Where(r => r.Cells[0] is not "Eksempelvik"), r => Assert.Equal([":", ":", ":"], r.Cells.Skip(1)));
        Assert.Equal("14", own.Chart("network-freed")!.Rows.Row("Eksempelvik")[0]);
        Assert.Equal(":", own.Chart("network-freed")!.Rows.Row("Nettverket")[0]);
    }

    [Fact]
    public void Where_the_interval_holds_zero_it_says_that_there_are_too_few_to_tell()
    {
        CaseOutcome[] courses = [.. Made.Courses(14, 12, 12, 12, 12).Select((c, i) => c with { Steps = [new HoursStep(c.StartedOn, 5), new HoursStep(c.StartedOn.AddDays(70), i % 2 == 0 ? 2 : 8)] })];

        Assert.Contains("for få til å si om timer er frigjort", Made.Document(Made.Results(courses)).Chart("network-freed")!.Reading, StringComparison.Ordinal);
    }

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Chart> Figures(Document document) => document.Blocks.OfType<Figure>().Select(f => f.Chart);

    private static CaseOutcome NoHours(int number) => Made.Course("9901", number) is var course
        ? course with { Points = [course.Points[0], course.Points[1] with { HeadlineHours = 0 }] }
        : throw new InvalidOperationException();

    private static CaseOutcome Started(CaseOutcome course, DateOnly day) => course with
    {
        StartedOn = day,
        EndedOn = day.AddDays(69),
        Points = [course.Points[0] with { On = day }, course.Points[1] with { On = day.AddDays(70) }],
    };

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');
}

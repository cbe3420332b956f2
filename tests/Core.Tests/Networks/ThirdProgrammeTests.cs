using Mestring.Core.Indicators;
using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Networks;

/// <summary>A programme nobody thought of: three digital afternoons on fall prevention. It runs on data alone.</summary>
public sealed class ThirdProgrammeTests
{
    private const string Json = """
        {
          "id": "falls", "version": 3,
          "texts": {
            "title": { "nb": "Fallforebygging", "nn": "Fallførebygging", "en": "Fall prevention" },
            "lead": { "nb": "Bli med.", "nn": "Bli med.", "en": "Join." },
            "purpose": { "nb": "Færre fall.", "nn": "Færre fall.", "en": "Fewer falls." },
            "targetGroup": { "nb": "Alle.", "nn": "Alle.", "en": "All." },
            "contactFunction": { "nb": "Leder", "nn": "Leiar", "en": "Leader" }
          },
          "features": { "registersCases": true },
          "members": { "minimum": 3 },
          "attendance": { "rolesAtFirst": [ "nurse" ] },
          "enrolment": { "roles": [ { "id": "nurse", "label": { "nb": "Sykepleier", "nn": "Sjukepleiar", "en": "Nurse" } } ] },
          "fee": { "kind": "Bands", "vat": "Included", "bands": [ { "from": 0, "to": 9999, "amount": 1000.5 }, { "from": 10000 } ] },
          "deadlineDaysBeforeFirst": 10,
          "gatherings": [
            { "number": 1, "theme": { "nb": "A", "nn": "A", "en": "A" }, "contents": [ { "nb": "a", "nn": "a", "en": "a" } ], "length": { "min": 0.5, "max": 0.5 }, "daysFromFirst": 0, "mode": "Digital" },
            { "number": 2, "theme": { "nb": "B", "nn": "B", "en": "B" }, "contents": [ { "nb": "b", "nn": "b", "en": "b" } ], "length": { "min": 1, "max": 2.5 }, "daysFromFirst": 28, "mode": "Digital" },
            { "number": 3, "theme": { "nb": "C", "nn": "C", "en": "C" }, "contents": [ { "nb": "c", "nn": "c", "en": "c" } ], "length": { "min": 1, "max": 1 }, "daysFromFirst": 90, "monthsAnnounced": 3 }
          ],
          "assignments": [ { "number": 1, "title": { "nb": "T", "nn": "T", "en": "T" }, "text": { "nb": "t", "nn": "t", "en": "t" }, "handIn": { "nb": "h", "nn": "h", "en": "h" }, "forGathering": 2, "daysBefore": 5 } ],
          "instruments": [ { "id": "tug", "points": [ "Start", "Weeks10" ] } ],
          "windows": [ { "point": "Start", "unit": "Days", "target": 0, "from": 0, "to": 7 }, { "point": "Weeks10", "unit": "Weeks", "target": 10, "from": 9, "to": 11 } ],
          "figures": [ { "id": "falls", "label": { "nb": "Fall", "nn": "Fall", "en": "Falls" }, "help": { "nb": "h", "nn": "h", "en": "h" }, "unit": { "nb": "fall", "nn": "fall", "en": "falls" } },
                       { "id": "days", "label": { "nb": "Døgn", "nn": "Døgn", "en": "Days" }, "help": { "nb": "h", "nn": "h", "en": "h" }, "unit": { "nb": "døgn", "nn": "døgn", "en": "days" } } ],
          "indicators": [ { "id": "rate", "version": 1, "label": { "nb": "r", "nn": "r", "en": "r" }, "definition": { "nb": "d", "nn": "d", "en": "d" }, "numerator": "falls", "denominator": "days", "factor": 1000, "unit": { "nb": "u", "nn": "u", "en": "u" }, "direction": "Lower" } ]
        }
        """;

    private static readonly Programme Falls = ProgrammeJson.ReadProgramme(Json);

    [Fact]
    public void It_is_read_and_found_sound() => Assert.Empty(ProgrammeCheck.Faults(Falls));

    [Fact]
    public void Its_run_gets_dates_and_deadlines()
    {
        var run = Falls.Schedule(new DateOnly(2027, 1, 31), "falls-2027", LocalizedText.Same("Falls 2027"));

        Assert.Equal(new DateOnly(2027, 1, 21), run.Terms.Deadline);
        Assert.Null(run.Terms.InformationMeeting);
        Assert.Equal(new GatheringDates(new DateOnly(2027, 1, 31), new DateOnly(2027, 1, 31), false), run.Gatherings()[0].Plan.Dates);
        Assert.Equal(new GatheringDates(new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 2), false), run.Gatherings()[1].Plan.Dates);
        Assert.Equal(new GatheringDates(new DateOnly(2027, 5, 1), new DateOnly(2027, 7, 31), true), run.Gatherings()[2].Plan.Dates);
        Assert.Equal(new DateOnly(2027, 2, 23), Assert.Single(run.Assignments()).Due);
        Assert.Equal((new DateOnly(2027, 1, 31), new DateOnly(2027, 7, 31)), (run.Starts(), run.Ends()));
    }

    [Fact]
    public void Its_fee_members_windows_and_indicator_follow_its_data()
    {
        Assert.Equal((1000.5m, VatStatus.Included), (Falls.Fee.For(9_999).Amount!.Value, Falls.Fee.For(9_999).Vat));
        Assert.True(Falls.Fee.For(10_000).ByAgreement);
        Assert.Equal((false, true), (Falls.Members.IsEnough(2), Falls.Members.IsEnough(3)));
        Assert.False(Falls.Members.IsFull(1_000));
        Assert.Equal(MeasurementPoint.Weeks10, Falls.Windows[1].Point);
        Assert.Equal(2.5, Falls.Indicators[0].Compute(new Dictionary<string, Figure>(StringComparer.Ordinal) { ["falls"] = Figure.Of(5), ["days"] = Figure.Of(2_000) }).Value);
    }

    [Theory]
    [InlineData("\"forGathering\": 2", "\"forGathering\": 9", "assignments[0]: there is no gathering 9.")]
    [InlineData("\"rolesAtFirst\": [ \"nurse\" ]", "\"rolesAtFirst\": [ \"king\" ]", "attendance.rolesAtFirst: 'king' is not among enrolment.roles.")]
    [InlineData("\"point\": \"Weeks10\"", "\"point\": \"Months6\"", "windows: instruments are used at Weeks10, and no window says when that is.")]
    [InlineData("\"denominator\": \"days\"", "\"denominator\": \"nights\"", "indicators: 'rate' uses the figure 'nights', which is not among figures.")]
    [InlineData("\"from\": 10000", "\"from\": 10001", "fee: Gap in row 2, inhabitants 10000 to 10000.")]
    [InlineData("\"daysFromFirst\": 28", "\"daysFromFirst\": 0", "gatherings[1]: daysFromFirst is 0; it is 0 for the first and grows.")]
    [InlineData("\"id\": \"days\"", "\"id\": \"falls\"", "figures: 'falls' stands twice.")]
    public void What_points_at_nothing_is_told_with_its_place(string right, string wrong, string told) =>
        Assert.Contains(told, ProgrammeCheck.Faults(ProgrammeJson.ReadProgramme(Json.Replace(right, wrong, StringComparison.Ordinal))), StringComparer.Ordinal);

    [Fact]
    public void More_questions_than_are_asked_is_a_fault()
    {
        SatisfactionQuestion[] four = [.. Enumerable.Range(1, 4).Select(n => new SatisfactionQuestion { Id = $"q{n}", Question = LocalizedText.Same("?"), Answers = [], Points = [] })];

        Assert.Contains("satisfaction: 4 questions, and at most 3 are asked.", ProgrammeCheck.Faults(Falls with { Satisfaction = four }));
        Assert.Empty(ProgrammeCheck.Faults(Falls with { Satisfaction = four[..3] }));
    }
}

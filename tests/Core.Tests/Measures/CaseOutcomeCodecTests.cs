using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Measures;

public sealed class CaseOutcomeCodecTests
{
    private static readonly MunicipalityCode Aust = MunicipalityCode.Parse("9901", null);

    [Fact]
    public void What_is_written_is_read_back_exactly() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(MadeCourses.Any.ToArbitrary(), course =>
            MadeCourses.Same(course, CaseOutcomeCodec.Read(course.Municipality, CaseOutcomeCodec.Write(course)))));

    [Fact]
    public void A_decimal_number_keeps_every_bit()
    {
        foreach (var value in new[] { 0.0, -0.0, 0.1, -2.5, 1.0 / 3, 168, 1e300, double.Epsilon, 0.30000000000000004, double.NaN })
        {
            var read = CaseOutcomeCodec.Read(Aust, CaseOutcomeCodec.Write(Course() with { EstimatedHours = value })).EstimatedHours!.Value;
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
        }
    }

    /// <summary>Stored bytes outlive the program that wrote them: this string, written by another program from the same description, changes only together with the version.</summary>
    [Fact]
    public void The_layout_is_the_one_that_stands_in_databases()
    {
        var course = Course() with
        {
            EndedOn = new DateOnly(2026, 4, 1),
            EndReason = EndReason.Declined,
            Household = Household.Alone,
            Goals = [new GoalPlan(1, GoalDomain.Mobility)],
            Steps = [new HoursStep(new DateOnly(2026, 1, 1), 7.5)],
            Input = [new ProfessionTime(Profession.Nurse, 45, null, 0)],
            Points = [new MeasuredPoint(MeasurementPoint.Weeks10, MeasurementStatus.Done, new DateOnly(2026, 3, 20), new(new SppbPart(4), null, new SppbPart(0)), new Satisfaction(5), [new GoalRating(1, 3, null)], 2) { Tug = 12.4, SatisfactionBy = AnswerHelp.OtherStaff }],
        };

        Assert.Equal(
            "0500000000000000000000000000000000000100B41ED6A45A9F010B01000000"
            + "000000020101021601F09309000002025B000102010087010900010B050001C0"
            + "910F000000000201070001C0B802",
            Convert.ToHexString(CaseOutcomeCodec.Write(course)));
    }

    [Fact]
    public void Bytes_that_are_cut_short_or_of_another_version_are_refused()
    {
        var bytes = CaseOutcomeCodec.Write(Course() with { Points = [new MeasuredPoint(MeasurementPoint.Start, MeasurementStatus.Missed, null, default, null, [], null)] });

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => CaseOutcomeCodec.Read(Aust, bytes.AsSpan(0, length)));
        }

        bytes[0] = CaseOutcomeCodec.Version + 1;
        Assert.False(CaseOutcomeCodec.IsCurrent(bytes));
        Assert.Contains("Write it anew", Assert.Throws<FormatException>(() => CaseOutcomeCodec.Read(Aust, bytes)).Message, StringComparison.Ordinal);
    }

    private static CaseOutcome Course() => new()
    {
        Id = Guid.Empty,
        Municipality = Aust,
        Instrument = GoalInstrument.Copm,
        BirthYear = 1946,
        Sex = Sex.Man,
        NewUser = false,
        StartedOn = new DateOnly(2026, 1, 12),
    };
}

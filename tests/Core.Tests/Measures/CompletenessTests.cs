using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(59, 41, false)]
    [InlineData(60, 40, true)]
    [InlineData(5, 4, false)]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    public void Sixty_per_cent_of_what_is_due_is_enough_and_nothing_due_is_not(int done, int missing, bool enough) =>
        Assert.Equal(enough, new Completeness(done, missing, 7, 3).IsEnough);

    [Fact]
    public void A_measurement_that_can_still_be_done_in_time_is_not_due_and_one_whose_day_has_passed_is()
    {
        var all = Enum.GetValues<PointState>().Aggregate(default(Completeness), (counts, state) => counts.With(state));

        Assert.Equal(new Completeness(Done: 1, Missing: 2, NotYetDue: 2, NoLongerDue: 1), all);
        Assert.Equal((3, 6), (all.Due, all.Courses));
        Assert.Equal(1.0 / 3, all.Share!.Value.Value, 12);
        Assert.Null(default(Completeness).Share);
    }

    [Fact]
    public void Every_course_is_counted_once() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(Enum.GetValues<PointState>()).ArrayOf().ToArbitrary(), states =>
        states.Aggregate(default(Completeness), (counts, state) => counts.With(state)).Courses == states.Length));
}

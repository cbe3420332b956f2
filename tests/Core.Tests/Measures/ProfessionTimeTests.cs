using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

public sealed class ProfessionTimeTests
{
    [Fact]
    public void What_is_not_registered_in_any_week_stays_not_registered_and_zero_is_a_number() => Assert.Equal(
        [new ProfessionTime(Profession.Nurse, 75, null, 0), new ProfessionTime(Profession.HomeTrainer, null, 10, null)],
        ProfessionTime.Of([new(2, Profession.HomeTrainer, null, 10, null), new(1, Profession.Nurse, 45, null, 0), new(3, Profession.Nurse, 30, null, null)]).OrderBy(t => t.Profession != Profession.Nurse));

    /// <summary>Against loops over every profession and kind.</summary>
    [Fact]
    public void The_weeks_of_a_course_lose_no_minute()
    {
        var minutes = ArbMap.Default.GeneratorFor<int>().Select(i => i % 3 == 0 ? (int?)null : Math.Abs(i % WorkInput.MaxMinutes));
        var week = from who in Gen.Elements(Enum.GetValues<Profession>()) from direct in minutes from travel in minutes from coordination in minutes select new WorkInput(1, who, direct, travel, coordination);

        Check.QuickThrowOnFailure(Prop.ForAll(week.ArrayOf().ToArbitrary(), weeks =>
        {
            var sums = ProfessionTime.Of(weeks);
            return sums.Select(s => s.Profession).SequenceEqual(Enum.GetValues<Profession>().Where(p => weeks.Any(w => w.Profession == p)))
                && sums.All(s => s.Direct == Sum(s.Profession, w => w.Direct) && s.Travel == Sum(s.Profession, w => w.Travel) && s.Coordination == Sum(s.Profession, w => w.Coordination)
                    && (s.Minutes ?? 0) == weeks.Where(w => w.Profession == s.Profession).Sum(w => w.Minutes));

            int? Sum(Profession who, Func<WorkInput, int?> kind)
            {
                int? sum = null;
                foreach (var each in weeks)
                {
                    if (each.Profession == who && kind(each) is { } there)
                    {
                        sum = (sum ?? 0) + there;
                    }
                }

                return sum;
            }
        }));
    }
}

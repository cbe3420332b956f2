using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Networks;

public sealed class TermsFaultTests
{
    private static readonly Programme Disability = ProgrammeFiles.Read("utviklingshemming");
    private static readonly NetworkTerms Sound = Disability.Schedule(new DateOnly(2027, 3, 15), "utviklingshemming-2027", LocalizedText.Same("2027")).Terms;

    [Fact]
    public void Shipped_and_scheduled_runs_are_sound()
    {
        var reablement = ProgrammeFiles.Read("hverdagsrehabilitering");

        Assert.Empty(new NetworkDefinition(Disability, Sound).Faults());
        Assert.Empty(new NetworkDefinition(Disability, Disability.FirstRun!).Faults());
        Assert.Empty(new NetworkDefinition(reablement, reablement.FirstRun!).Faults());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("å")]
    [InlineData("a/b")]
    public void An_address_that_would_not_read_well_is_a_fault(string slug) =>
        Assert.Equal([new TermsFault(TermsFaultKind.Slug, null)], Faults(Sound with { Slug = slug }));

    [Fact]
    public void Dates_that_cannot_be_are_told_with_the_gathering()
    {
        var second = Sound.Gatherings[1];

        Assert.Equal([new TermsFault(TermsFaultKind.GatheringBackwards, 2)], Faults(Replace(second with { Dates = second.Dates with { Last = second.Dates.First.AddDays(-1) } })));
        Assert.Equal([new TermsFault(TermsFaultKind.GatheringsOutOfOrder, 2)], Faults(Replace(second with { Dates = new GatheringDates(new DateOnly(2027, 3, 14), new DateOnly(2027, 3, 14), false) })));
        Assert.Equal([new TermsFault(TermsFaultKind.GatheringMissing, 5)], Faults(Sound with { Gatherings = [.. Sound.Gatherings.Take(4)] }));
    }

    [Fact]
    public void The_deadline_comes_before_the_first_gathering_and_the_meeting_before_the_deadline()
    {
        Assert.Equal([new TermsFault(TermsFaultKind.DeadlineAfterStart, null)], Faults(Sound with { Deadline = new DateOnly(2027, 3, 16) }));
        Assert.Equal([new TermsFault(TermsFaultKind.MeetingAfterDeadline, null)], Faults(Sound with { InformationMeeting = Sound.InformationMeeting! with { Date = Sound.Deadline.AddDays(1) } }));
        Assert.Equal([new TermsFault(TermsFaultKind.MeetingBackwards, null)], Faults(Sound with { InformationMeeting = Sound.InformationMeeting! with { To = Sound.InformationMeeting.From } }));
    }

    [Fact]
    public void A_fee_table_with_a_gap_is_a_fault() =>
        Assert.Equal([new TermsFault(TermsFaultKind.Fee, null)], Faults(Sound with { Fee = new FeeSchedule { Kind = FeeKind.Bands, Bands = [new FeeBand(1, null, 5)] } }));

    private static NetworkTerms Replace(GatheringPlan plan) => Sound with { Gatherings = [.. Sound.Gatherings.Select(each => each.Number == plan.Number ? plan : each)] };

    private static IReadOnlyList<TermsFault> Faults(NetworkTerms terms) => new NetworkDefinition(Disability, terms).Faults();
}

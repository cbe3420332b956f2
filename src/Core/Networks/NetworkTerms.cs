namespace Mestring.Core.Networks;

/// <summary>What is decided for one run of a programme: dates, places, deadline and what differs from the programme. The network leader edits it.</summary>
public sealed record NetworkTerms
{
    /// <summary>The last part of the run's address, such as <c>hverdagsrehabilitering-2017</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The run's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The last day to enrol, local time in Norway.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The information meeting; null when there is none.</summary>
    public InformationMeeting? InformationMeeting { get; init; }

    /// <summary>One plan for each gathering of the programme, in its order.</summary>
    public required IReadOnlyList<GatheringPlan> Gatherings { get; init; }

    /// <summary>The fee of this run; null when it is the programme's.</summary>
    public FeeSchedule? Fee { get; init; }

    /// <summary>How many members this run needs; null when it is as the programme says.</summary>
    public MemberRule? Members { get; init; }

    /// <summary>Whom municipalities may ask; null when nobody is named.</summary>
    public NetworkContact? Contact { get; init; }

    /// <summary>Who invites; null when it is not stated.</summary>
    public LocalizedText? Organiser { get; init; }

    /// <summary>Facts that were true for this run: paragraphs.</summary>
    public IReadOnlyList<LocalizedText> Background { get; init; } = [];

    /// <summary>Notes on how dates or terms are to be read: paragraphs.</summary>
    public IReadOnlyList<LocalizedText> ReadingNotes { get; init; } = [];
}

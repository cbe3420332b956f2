namespace Mestring.Core.Networks;

/// <summary>The words of an invitation. A list holds one item or paragraph each; an empty list is not shown.</summary>
public sealed record ProgrammeTexts
{
    /// <summary>The programme's name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>One or two sentences that invite.</summary>
    public required LocalizedText Lead { get; init; }

    /// <summary>What the network is for.</summary>
    public required LocalizedText Purpose { get; init; }

    /// <summary>The question the services used to ask; null when there is none.</summary>
    public LocalizedText? FromQuestion { get; init; }

    /// <summary>The question they ask now; null when there is none.</summary>
    public LocalizedText? ToQuestion { get; init; }

    /// <summary>Why this matters: paragraphs.</summary>
    public IReadOnlyList<LocalizedText> Why { get; init; } = [];

    /// <summary>What the service aims at.</summary>
    public IReadOnlyList<LocalizedText> Goals { get; init; } = [];

    /// <summary>What municipalities have seen or can expect to be left with.</summary>
    public IReadOnlyList<LocalizedText> ExpectedResults { get; init; } = [];

    /// <summary>How the network works: paragraphs.</summary>
    public IReadOnlyList<LocalizedText> WayOfWorking { get; init; } = [];

    /// <summary>Which municipalities it suits.</summary>
    public required LocalizedText TargetGroup { get; init; }

    /// <summary>What such a municipality wants.</summary>
    public IReadOnlyList<LocalizedText> Wishes { get; init; } = [];

    /// <summary>Who should come.</summary>
    public IReadOnlyList<LocalizedText> WhoShouldAttend { get; init; } = [];

    /// <summary>What a member takes on.</summary>
    public IReadOnlyList<LocalizedText> Commitments { get; init; } = [];

    /// <summary>What the enrolment should tell.</summary>
    public IReadOnlyList<LocalizedText> EnrolmentAsks { get; init; } = [];

    /// <summary>The function to ask; never a person.</summary>
    public required LocalizedText ContactFunction { get; init; }

    /// <summary>What the fee covers and what comes on top.</summary>
    public IReadOnlyList<LocalizedText> CostNotes { get; init; } = [];
}

namespace Mestring.Core.Networks;

/// <summary>A meeting of the network as the programme describes it, without dates.</summary>
public sealed record Gathering
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about.</summary>
    public required LocalizedText Theme { get; init; }

    /// <summary>What is on the programme, one line an item.</summary>
    public required IReadOnlyList<LocalizedText> Contents { get; init; }

    /// <summary>What members do before the next one; null after the last, or when nothing is said.</summary>
    public LocalizedText? Between { get; init; }

    /// <summary>How long it lasts.</summary>
    public required GatheringLength Length { get; init; }

    /// <summary>Days from the first day of the first gathering; 0 for the first.</summary>
    public required int DaysFromFirst { get; init; }

    /// <summary>How many months a new run announces at first, such as 2 for "May or June"; 0 when it has exact days from the start.</summary>
    public int MonthsAnnounced { get; init; }

    /// <summary>How people meet, unless the run says otherwise.</summary>
    public MeetingMode Mode { get; init; }
}

namespace Mestring.Core.Networks;

/// <summary>What the enrolment form asks a municipality to choose between. An empty list means that the question is not asked.</summary>
public sealed record EnrolmentChoices
{
    /// <summary>How far the municipality has come; one is chosen.</summary>
    public IReadOnlyList<Choice> Statuses { get; init; } = [];

    /// <summary>With whom the work is anchored; any number is chosen.</summary>
    public IReadOnlyList<Choice> Anchoring { get; init; } = [];

    /// <summary>What a participant does at home; one for each participant.</summary>
    public IReadOnlyList<Choice> Roles { get; init; } = [];
}

namespace Mestring.Web.Design;

/// <summary>One answer a person may choose.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A further line under the text.</param>
public sealed record Answer(string Value, string Text, string? Hint = null)
{
    /// <summary>Whether it is an answer that stands elsewhere in the list under its first name.</summary>
    public bool IsAlias { get; init; }
}

namespace Mestring.Core.Measures;

/// <summary>What a finding means for the course.</summary>
public enum RuleSeverity
{
    /// <summary>Possible, but worth a second look.</summary>
    Warning,

    /// <summary>It cannot be so; somebody must put it right, or say why it stands.</summary>
    Error,
}

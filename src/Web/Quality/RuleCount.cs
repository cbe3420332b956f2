using Mestring.Core.Measures;

namespace Mestring.Web.Quality;

/// <summary>How often one rule found something.</summary>
/// <param name="example">The first it found.</param>
public sealed class RuleCount(RuleFinding example)
{
    public RuleFinding Example { get; } = example;

    public RuleSeverity Severity => Example.Severity;

    public int Hits { get; set; }

    /// <summary>Courses it found something in.</summary>
    public int Courses { get; set; }
}

using Mestring.Core.Measures;

namespace Mestring.Web.Quality;

/// <summary>What a rule found in a course.</summary>
public sealed record Hit(Guid Course, string Pseudonym, RuleFinding Finding);

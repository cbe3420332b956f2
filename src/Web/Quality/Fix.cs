using Mestring.Core.Measures;

namespace Mestring.Web.Quality;

/// <summary>Something that would make the register better.</summary>
/// <param name="Point">The measurement to do, where that is what helps; else null.</param>
/// <param name="Rule">The rule to put right, where that is what helps; else null.</param>
/// <param name="Courses">How many courses it is about.</param>
/// <param name="Needed">How many more measurements bring a figure to 60 %; 0 when it is there.</param>
/// <param name="Weight">How much it helps: courses, three times over where a figure cannot be shown, twice where something is wrong.</param>
public sealed record Fix(MeasurementPoint? Point, string? Rule, int Courses, int Needed, int Weight);

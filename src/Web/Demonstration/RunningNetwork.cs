using Mestring.Core.Networks;

namespace Mestring.Web.Demonstration;

/// <summary>A run of the demonstration that is under way.</summary>
internal sealed record RunningNetwork(string Slug, NetworkDefinition Definition, IReadOnlyList<DemonstrationData.Place> Members);

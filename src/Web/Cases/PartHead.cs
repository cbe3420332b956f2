using Mestring.Core.Measures;

namespace Mestring.Web.Cases;

/// <summary>What stands over every screen of a measurement.</summary>
/// <param name="Pseudonym">Whose.</param>
/// <param name="Point">Which measurement.</param>
/// <param name="Part">Which screen.</param>
/// <param name="Number">The screen's number, from 1.</param>
/// <param name="Of">How many screens.</param>
/// <param name="Seen">A sign of what the fields held when the person saw them.</param>
/// <param name="Saved">When it was last saved; null before that.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="Case">The address of the course.</param>
/// <param name="Back">The address of the screen before; the course for the first.</param>
/// <param name="Today">The date it is now.</param>
/// <param name="Nonce">What the page's scripts must carry.</param>
public sealed record PartHead(
    string Pseudonym, MeasurementPoint Point, Part Part, int Number, int Of, int Seen, DateTimeOffset? Saved, string SavedBy, string Case, string Back, DateOnly Today, string Nonce);

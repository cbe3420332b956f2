namespace Mestring.Web.Access;

/// <summary>Stands beside a route whose form is one of several on a page: what was typed there belongs to the page.</summary>
/// <param name="Segments">How many segments of the address come after the page's own.</param>
internal sealed record PartOfPage(int Segments);

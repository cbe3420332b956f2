namespace Mestring.Core.Documents;

/// <summary>A report before it has any format: the page, the Word file and the print are drawn from the same one.</summary>
/// <param name="Title">What the document is called.</param>
/// <param name="Language">The language of all its text.</param>
/// <param name="Author">Who stands behind it, such as a municipality.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Blocks">In reading order.</param>
public sealed record Document(string Title, Language Language, string Author, DateTimeOffset Made, IReadOnlyList<Block> Blocks);

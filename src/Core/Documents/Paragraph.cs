namespace Mestring.Core.Documents;

/// <summary>A paragraph of plain text; a line break in the text stays a line break.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsLead">Whether it is the main message, set larger; at most one a document.</param>
public sealed record Paragraph(string Text, bool IsLead = false) : Block;

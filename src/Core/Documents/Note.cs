namespace Mestring.Core.Documents;

/// <summary>A reservation or an explanation, set apart from the text.</summary>
public sealed record Note(string Text) : Block;

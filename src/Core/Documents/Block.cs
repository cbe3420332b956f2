namespace Mestring.Core.Documents;

/// <summary>One piece of a document, in reading order.</summary>
public abstract record Block;

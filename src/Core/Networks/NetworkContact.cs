namespace Mestring.Core.Networks;

/// <summary>Whom municipalities reach with questions about a run. What is asked for is an address of work, never a private one.</summary>
/// <param name="Name">A person or a function.</param>
/// <param name="Email">Where answers to the mails of the network go, too.</param>
/// <param name="Phone">May be empty.</param>
public sealed record NetworkContact(string Name, string Email, string Phone);

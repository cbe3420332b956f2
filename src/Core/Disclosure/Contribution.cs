namespace Mestring.Core.Disclosure;

/// <summary>What one municipality puts into a figure of the network.</summary>
/// <param name="From">The municipality.</param>
/// <param name="Persons">Service users behind the figure; 0 when it has none to count.</param>
/// <param name="Figure">The municipality's own figure.</param>
/// <param name="Amount">What the persons' amounts, such as hours, come to together, each taken without its sign; 0 for figures of which one person can have no large part.</param>
/// <param name="Largest">The largest person's part of <paramref name="Amount"/>.</param>
public readonly record struct Contribution<TFrom, T>(TFrom From, int Persons, T Figure, double Amount = 0, double Largest = 0)
    where TFrom : notnull
    where T : notnull;

namespace Mestring.Core.Disclosure;

/// <summary>What one municipality puts into a figure of the network.</summary>
/// <param name="From">The municipality.</param>
/// <param name="Persons">Service users behind the figure; 0 when it has none to count.</param>
/// <param name="Figure">The municipality's own figure.</param>
public readonly record struct Contribution<TFrom, T>(TFrom From, int Persons, T Figure)
    where TFrom : notnull
    where T : notnull;

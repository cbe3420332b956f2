namespace Mestring.Core.Disclosure;

/// <summary>One figure of a network as everybody in it may see it: the whole, and each municipality that put something into it.</summary>
/// <param name="Whole">Over all persons, hidden municipalities included.</param>
/// <param name="Municipalities">One for each contribution with persons.</param>
/// <param name="Contributors">Municipalities with persons behind the figure.</param>
public sealed record NetworkRelease<TFrom, T>(Released<T> Whole, IReadOnlyDictionary<TFrom, Released<T>> Municipalities, int Contributors)
    where TFrom : notnull
    where T : notnull;

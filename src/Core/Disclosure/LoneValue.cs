namespace Mestring.Core.Disclosure;

/// <summary>A municipality's value that is never summed with others'.</summary>
/// <param name="Figure">The value.</param>
/// <param name="Groups">Every number of service users that the value tells, by itself or by subtraction, such as those with a plan and those without; a group of nobody is safe, one whose size nobody has told (null) is not.</param>
public sealed record LoneValue<T>(T Figure, IReadOnlyList<double?> Groups)
    where T : notnull;

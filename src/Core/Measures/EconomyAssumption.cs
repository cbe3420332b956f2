namespace Mestring.Core.Measures;

/// <summary>What is varied to see how much the value of hours freed hangs on it. The default varies nothing.</summary>
/// <param name="PriceChange">Part added to the price of an hour of home service, such as −0.2.</param>
/// <param name="Recovery">
/// Part of the hours freed that would have been freed without the course, a fraction in [0, 1]: people recover by themselves as well.
/// It takes nothing from a total below 0.
/// </param>
public readonly record struct EconomyAssumption(decimal PriceChange, double Recovery)
{
    /// <summary>Price as entered, a fifth lower and a fifth higher, each with no, a quarter and half natural recovery.</summary>
    public static IReadOnlyList<EconomyAssumption> Sensitivity { get; } =
    [
        new(-0.2m, 0), new(0, 0), new(0.2m, 0), new(-0.2m, 0.25), new(0, 0.25), new(0.2m, 0.25), new(-0.2m, 0.5), new(0, 0.5), new(0.2m, 0.5),
    ];

    /// <summary>The hours that are left to the course.</summary>
    public double Freed(double hours) => hours > 0 ? hours * (1 - Recovery) : hours;

    /// <summary>The price that is counted with.</summary>
    public decimal Price(decimal price) => price * (1 + PriceChange);
}

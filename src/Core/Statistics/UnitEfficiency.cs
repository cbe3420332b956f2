namespace Mestring.Core.Statistics;

/// <summary>How much of its inputs a unit would need if it worked as the best do; 1 is as the best.</summary>
/// <param name="Ccr">Against the best of any size, a fraction in [0, 1]; 0 only without output.</param>
/// <param name="Bcc">Against the best of its own size, a fraction in (0, 1], not below <paramref name="Ccr"/>.</param>
/// <param name="Returns">Whether the unit is too small or too large.</param>
/// <param name="HasSlack">Whether, after all inputs shrink alike, one input could shrink further or one output grow.</param>
public readonly record struct UnitEfficiency(double Ccr, double Bcc, ReturnsToScale Returns, bool HasSlack)
{
    /// <summary>Scores closer than this are equal.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>The part of the inefficiency that is size, a fraction in [0, 1].</summary>
    public double Scale => Ccr / Bcc;

    /// <summary>Nothing can shrink or grow without a cost elsewhere.</summary>
    public bool Efficient => Ccr >= 1 - Tolerance && !HasSlack;

    /// <summary>All inputs together cannot shrink, but one alone can.</summary>
    public bool WeaklyEfficient => Ccr >= 1 - Tolerance && HasSlack;
}

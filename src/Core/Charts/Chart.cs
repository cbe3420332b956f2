namespace Mestring.Core.Charts;

/// <summary>A chart: its words, its figures, and how it is drawn. Page, report and Word document draw the same one.</summary>
/// <param name="Text">What it says in words.</param>
public abstract record Chart(ChartText Text)
{
    /// <summary>The width on a phone, in CSS pixels.</summary>
    public const double Narrow = 342;

    /// <summary>The width beside another chart or in a document, in CSS pixels.</summary>
    public const double Wide = 528;

    /// <summary>Draws the chart at its true size.</summary>
    /// <param name="width">In CSS pixels; at least <see cref="Narrow"/>.</param>
    public abstract Picture Draw(double width);
}

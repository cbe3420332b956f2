using Mestring.Core.Indicators;
using Mestring.Web.Design;

namespace Mestring.Web.Deliveries;

/// <summary>How a doubt about a figure is said.</summary>
internal static class Doubting
{
    public static string Say(FigureDoubt doubt, DeliverySheet sheet, Texts texts)
    {
        var line = Line(doubt.Figure, sheet);
        var now = Shown(line);
        return doubt.Kind switch
        {
            FigureDoubtKind.AboveWhole => texts["deliveries.doubt.AboveWhole", now, Shown(Line(doubt.Other!, sheet)), Line(doubt.Other!, sheet).Definition.Label],
            FigureDoubtKind.ThousandsOff => texts["deliveries.doubt.ThousandsOff", now, texts.Number(line.Before.Number ?? 0, line.Definition.Decimals)],
            FigureDoubtKind.FarFromUsual => Usual(sheet.Indicators.First(i => string.Equals(i.Definition.Id, doubt.Other, StringComparison.Ordinal))),
            _ => texts[$"deliveries.doubt.{doubt.Kind}", now, Shown(Line(doubt.Other!, sheet))],
        };

        string Shown(SheetLine of) => texts.Number(of.Now.Value ?? 0, of.Definition.Decimals);

        string Usual(SheetIndicator of) => texts[
            "deliveries.doubt.FarFromUsual", of.Definition.Label, texts.Number(of.Now.Value ?? 0, of.Definition.Decimals), of.Definition.Unit,
            texts.Number(of.Definition.Min ?? 0, of.Definition.Decimals), texts.Number(of.Definition.Max ?? 0, of.Definition.Decimals)];
    }

    private static SheetLine Line(string figure, DeliverySheet sheet) => sheet.Lines.First(l => string.Equals(l.Definition.Id, figure, StringComparison.Ordinal));
}

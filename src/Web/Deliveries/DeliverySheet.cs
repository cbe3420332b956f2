using Mestring.Core.Indicators;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Deliveries;

/// <summary>A municipality's figures for one year with those of the year before, and the indicators they give.</summary>
public sealed record DeliverySheet(
    MunicipalityCode Municipality,
    string Place,
    string Slug,
    LocalizedText Network,
    int Year,
    DeliveryState State,
    int Version,
    DateTimeOffset? ChangedAt,
    string ChangedBy,
    string Comment,
    IReadOnlyList<SheetLine> Lines,
    IReadOnlyList<SheetIndicator> Indicators,
    IReadOnlyList<FigureDoubt> Doubts)
{
    /// <summary>Whether the year is over: what is counted before that is not the year's figures.</summary>
    public bool IsOver(DateOnly today) => Year < today.Year;

    /// <summary>Whether anything has been saved for the year.</summary>
    public bool IsBegun => ChangedAt is not null;

    public string Address => $"/m/{Municipality}/{Slug}/deliveries/{Year}";

    /// <summary>The years a network's members report: from two before its first day to the one after its last, at most this year.</summary>
    internal static IReadOnlyList<int> YearsOf(NetworkDefinition network, DateOnly today)
    {
        var (first, last) = (network.Starts().Year - 2, Math.Max(network.Starts().Year - 1, Math.Min(today.Year, network.Ends().Year + 1)));
        return [.. Enumerable.Range(first, last - first + 1)];
    }

    /// <summary>The sheet, empty when nothing is saved; null when the programme collects no figures or not for this year.</summary>
    internal static async Task<DeliverySheet?> Read(MestringDb db, Membership member, string slug, int year, DateOnly today, CancellationToken ct)
    {
        var programme = member.Definition.Programme;
        if (!programme.Features.CollectsDeliveries || !YearsOf(member.Definition, today).Contains(year))
        {
            return null;
        }

        var row = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Network == slug && d.Year == year, ct);
        var values = await db.DeliveryValues.AsNoTracking().Where(v => v.Network == slug && (v.Year == year || v.Year == year - 1)).ToListAsync(ct);
        var (now, before) = (Stored(values.Where(v => v.Year == year)), Stored(values.Where(v => v.Year == year - 1)));
        return new DeliverySheet(
            member.Municipality,
            member.Name,
            slug,
            member.Definition.Terms.Name,
            year,
            row?.State ?? DeliveryState.Draft,
            row?.Version ?? 0,
            row?.ChangedAt,
            row?.ChangedBy ?? string.Empty,
            row?.Comment ?? string.Empty,
            [.. programme.Figures.Select(f => new SheetLine(f, now.GetValueOrDefault(f.Id), before.GetValueOrDefault(f.Id).Figure))],
            Computed(programme.Indicators, now, before),
            FigureDoubt.In(programme.Figures, programme.Indicators, Figures(now), Figures(before)));
    }

    private static Dictionary<string, FigureEntry> Stored(IEnumerable<DeliveryValueRow> rows) =>
        rows.ToDictionary(r => r.Item, FigureEntry.Of, StringComparer.Ordinal);

    private static IReadOnlyList<SheetIndicator> Computed(IReadOnlyList<IndicatorDefinition> indicators, Dictionary<string, FigureEntry> now, Dictionary<string, FigureEntry> before)
    {
        var (these, those) = (Figures(now), Figures(before));
        return [.. indicators.Select(i => new SheetIndicator(i, i.Compute(these), i.Compute(those)))];
    }

    private static Dictionary<string, Figure> Figures(Dictionary<string, FigureEntry> entries) =>
        entries.ToDictionary(e => e.Key, e => e.Value.Figure, StringComparer.Ordinal);
}

using System.Globalization;
using Mestring.Core.Indicators;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Deliveries;

/// <summary>Shows and saves one year's figures. What looks odd is said and saved; only what cannot be a figure is refused.</summary>
public static class EnterDelivery
{
    /// <summary>The most a figure without limits is taken to mean, where its point may part thousands.</summary>
    private const double Largest = 1e12;

    /// <summary>Who may write figures.</summary>
    private static readonly Role[] Writers = [Role.Coordinator, Role.Approver, Role.Professional];

    private const int Attempts = 5;

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/deliveries/{year:int}", Open).ForMunicipality(Rules.Members);
        app.MapPost("/m/{municipality}/{slug}/deliveries/{year:int}", Save).ForMunicipality(Writers);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        MunicipalityCode municipality, string slug, int year, Membership member, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) is { } sheet ? await Show(sheet, new Form(texts), municipality, visitor, db, clock, ct) : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, int year, IFormCollection posted, Membership member, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var typed = sheet.Lines.ToDictionary(l => l.Definition.Id, l => Typed(form, l.Definition, texts), StringComparer.Ordinal);
        var comment = form.Optional("comment", 2000, lines: true);
        if (!form.IsValid)
        {
            return await Show(sheet, form, municipality, visitor, db, clock, ct);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var merge = new DeliveryMerge(form, sheet, typed, comment);
            if (merge.IsNone && sheet.IsBegun)
            {
                return TypedResults.Redirect(sheet.Address);
            }

            if (merge.Clashes.Count > 0 || sheet.State is DeliveryState.HandedOver)
            {
                var again = merge.Again(posted, line => Written(line, texts));
                again.RefuseAsConflict();
                return await Show(sheet, again, municipality, visitor, db, clock, ct);
            }

            if (await Store(sheet, merge, visitor, db, audit, clock, ct))
            {
                return TypedResults.Redirect(sheet.Address);
            }

            // Somebody saved other figures in the same moment: hold ours against what stands there now.
            sheet = await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) ?? sheet;
        }

        form.RefuseAsConflict();
        return await Show(sheet, form, municipality, visitor, db, clock, ct);
    }

    /// <summary>As it is typed: no blanks between thousands, which in English would be read back as a decimal point.</summary>
    internal static string? Written(SheetLine line, Texts texts) =>
        line.Now.Value?.ToString($"F{line.Definition.Decimals}", texts.Language is Language.En ? CultureInfo.InvariantCulture : Comma);

    private static FigureEntry Typed(Form form, FigureDefinition figure, Texts texts)
    {
        var written = form.Written(figure.Id, texts["deliveries.not-a-number", form.Raw(figure.Id)]);
        var number = (double?)(figure.Decimals == 0 ? written?.Whole : form.Amount(figure.Id, (decimal)(figure.Min ?? -Largest), (decimal)(figure.Max ?? Largest), ""));
        if (figure.Decimals == 0 && written is not null && number is null)
        {
            form.Refuse(figure.Id, texts["deliveries.whole", form.Raw(figure.Id)]);
        }

        FigureState? reason = form.Raw($"{figure.Id}-reason") switch
        {
            nameof(FigureState.Missing) => FigureState.Missing,
            nameof(FigureState.NotApplicable) => FigureState.NotApplicable,
            _ => null,
        };
        if (number is { } value)
        {
            if (!figure.Allows(value))
            {
                form.Refuse(figure.Id, texts["deliveries.outside", form.Raw(figure.Id), texts.Number(figure.Min ?? 0, figure.Decimals), texts.Number(figure.Max ?? 0, figure.Decimals)]);
            }
            else if (reason is not null)
            {
                form.Refuse(figure.Id, texts["deliveries.both", form.Raw(figure.Id)]);
            }
        }

        return new FigureEntry(number, number is null ? reason : null, form.Optional($"{figure.Id}-note", 500));
    }

    /// <returns>False when somebody else saved first.</returns>
    private static async Task<bool> Store(
        DeliverySheet sheet, DeliveryMerge merge, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.Deliveries.SingleOrDefaultAsync(d => d.Network == sheet.Slug && d.Year == sheet.Year, ct);
        if (row is null)
        {
            row = new DeliveryRow { Municipality = sheet.Municipality, Network = sheet.Slug, Year = sheet.Year };
            db.Deliveries.Add(row);
        }

        var stored = await db.DeliveryValues.Where(v => v.Network == sheet.Slug && v.Year == sheet.Year).ToDictionaryAsync(v => v.Item, StringComparer.Ordinal, ct);
        var (changed, typed) = (merge.Changed, merge.Figures);
        foreach (var id in changed.Select(l => l.Definition.Id))
        {
            if (!stored.TryGetValue(id, out var value))
            {
                value = new DeliveryValueRow { Municipality = sheet.Municipality, Network = sheet.Slug, Year = sheet.Year, Item = id };
                db.DeliveryValues.Add(value);
            }

            typed[id].Write(value);
        }

        row.Comment = merge.CommentToStore;
        row.ChangedAt = clock.GetUtcNow();
        row.ChangedBy = visitor.Name;
        row.Version = sheet.Version + 1;
        db.Entry(row).Property(r => r.Version).OriginalValue = sheet.Version;
        audit.Note(
            "save-delivery",
            $"delivery/{sheet.Slug}/{sheet.Year}",
            sheet.Municipality,
            sheet.Slug,
            before: changed.ToDictionary(l => l.Definition.Id, l => l.Now, StringComparer.Ordinal),
            after: changed.ToDictionary(l => l.Definition.Id, l => typed[l.Definition.Id], StringComparer.Ordinal));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our reading and our writing: the version differs, or the first row of the year is there already.
            db.ChangeTracker.Clear();
            var version = await db.Deliveries.Where(d => d.Network == sheet.Slug && d.Year == sheet.Year).Select(d => (int?)d.Version).SingleOrDefaultAsync(ct);
            if ((version ?? 0) == sheet.Version)
            {
                throw;
            }

            return false;
        }
    }

    internal static async Task<RazorComponentResult> Show(DeliverySheet sheet, Form form, MunicipalityCode municipality, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var mayHandOver = visitor.Is(municipality, HandOver.Approvers);
        var approvers = mayHandOver && !visitor.Is(municipality, Role.Approver) ? await HandOver.ApproversOf(db, municipality, ct) : [];
        return EnterDeliveryPage.Show(new View(sheet, form, visitor.Is(municipality, Writers), mayHandOver, approvers, sheet.IsOver(clock.Today())), form.Status);
    }

    /// <param name="MayWrite">Whether the person may change a draft.</param>
    /// <param name="MayHandOver">Whether the person may take the figures back, and hand them over where nobody else approves.</param>
    /// <param name="Approvers">Who hands the figures over instead; empty when the person may.</param>
    /// <param name="IsOver">Whether the year is over.</param>
    public sealed record View(DeliverySheet Sheet, Form Form, bool MayWrite, bool MayHandOver, IReadOnlyList<string> Approvers, bool IsOver)
    {
        public bool IsOpen => MayWrite && (Sheet.State is DeliveryState.Draft || Form.IsConflict);
    }
}

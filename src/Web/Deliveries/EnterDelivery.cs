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

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/deliveries/{year:int}", Open).ForMunicipality(Rules.Members);
        app.MapPost("/m/{municipality}/{slug}/deliveries/{year:int}", Save).ForMunicipality(Writers);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        MunicipalityCode municipality, string slug, int year, Membership member, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) is { } sheet ? Show(sheet, new Form(texts), municipality, visitor) : TypedResults.NotFound();

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
            return Show(sheet, form, municipality, visitor);
        }

        if (sheet.Lines.All(l => l.Now.Says(typed[l.Definition.Id])) && string.Equals(sheet.Comment, comment, StringComparison.Ordinal) && sheet.Version > 0)
        {
            return TypedResults.Redirect(sheet.Address);
        }

        if (form.Version != sheet.Version || sheet.State is DeliveryState.HandedOver || !await Store(sheet, typed, comment, visitor, db, audit, clock, ct))
        {
            form.RefuseAsConflict();
            var now = await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct);
            return Show(now ?? sheet, form, municipality, visitor);
        }

        return TypedResults.Redirect(sheet.Address);
    }

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
        DeliverySheet sheet, Dictionary<string, FigureEntry> typed, string comment, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.Deliveries.SingleOrDefaultAsync(d => d.Network == sheet.Slug && d.Year == sheet.Year, ct);
        if (row is null)
        {
            row = new DeliveryRow { Municipality = sheet.Municipality, Network = sheet.Slug, Year = sheet.Year };
            db.Deliveries.Add(row);
        }

        var stored = await db.DeliveryValues.Where(v => v.Network == sheet.Slug && v.Year == sheet.Year).ToDictionaryAsync(v => v.Item, StringComparer.Ordinal, ct);
        var changed = sheet.Lines.Where(l => !l.Now.Says(typed[l.Definition.Id])).ToList();
        foreach (var id in changed.Select(l => l.Definition.Id))
        {
            if (!stored.TryGetValue(id, out var value))
            {
                value = new DeliveryValueRow { Municipality = sheet.Municipality, Network = sheet.Slug, Year = sheet.Year, Item = id };
                db.DeliveryValues.Add(value);
            }

            typed[id].Write(value);
        }

        row.Comment = comment;
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

    internal static RazorComponentResult Show(DeliverySheet sheet, Form form, MunicipalityCode municipality, Visitor visitor) => EnterDeliveryPage.Show(
        new View(sheet, form, visitor.Is(municipality, Writers), visitor.Is(municipality, HandOver.Approvers)), form.Status);

    /// <param name="MayWrite">Whether the person may change a draft.</param>
    /// <param name="MayHandOver">Whether the person may hand the figures over and take them back.</param>
    public sealed record View(DeliverySheet Sheet, Form Form, bool MayWrite, bool MayHandOver)
    {
        public bool IsOpen => MayWrite && (Sheet.State is DeliveryState.Draft || Form.IsConflict);
    }
}

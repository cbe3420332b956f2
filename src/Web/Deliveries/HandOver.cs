using Mestring.Core.Indicators;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Deliveries;

/// <summary>Hands a year's figures over to the network, or takes them back to correct them. Every figure must have been answered.</summary>
public static class HandOver
{
    internal static readonly Role[] Approvers = [Role.Coordinator, Role.Approver];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/m/{municipality}/{slug}/deliveries/{year:int}/hand-over", Give).ForMunicipality(Approvers);
        app.MapPost("/m/{municipality}/{slug}/deliveries/{year:int}/take-back", TakeBack).ForMunicipality(Approvers);
    }

    /// <summary>Who approves in the municipality: where somebody does, a coordinator does not hand over alone.</summary>
    internal static async Task<IReadOnlyList<string>> ApproversOf(MestringDb db, MunicipalityCode municipality, CancellationToken ct)
    {
        var names = await (
            from role in db.PersonRoles.AsNoTracking()
            join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
            where role.Municipality == municipality && role.Role == Role.Approver && person.DisabledAt == null
            orderby person.Email
            select person.Name).Take(20).ToListAsync(ct);
        return [.. names.Order(Texts.NameOrder)];
    }

    /// <summary>What keeps the figures here: a year that is not over, a figure nobody has answered, what cannot be, and what nobody has given a reason for.</summary>
    private static void Judge(DeliverySheet sheet, Form form, Texts texts, DateOnly today)
    {
        if (!sheet.IsOver(today))
        {
            form.Refuse("hand-over", texts["deliveries.hand-over.not-over", sheet.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        foreach (var line in sheet.Lines.Where(l => !l.Now.IsAnswered))
        {
            form.Refuse(line.Definition.Id, texts["deliveries.unanswered"]);
        }

        foreach (var doubt in sheet.Doubts)
        {
            var note = sheet.Lines.First(l => string.Equals(l.Definition.Id, doubt.Figure, StringComparison.Ordinal)).Now.Note;
            if (doubt.IsImpossible)
            {
                form.Refuse(doubt.Figure, $"{Doubting.Say(doubt, sheet, texts)} {texts["deliveries.doubt.correct"]}");
            }
            else if (string.IsNullOrWhiteSpace(note))
            {
                form.Refuse(doubt.Figure, $"{Doubting.Say(doubt, sheet, texts)} {texts["deliveries.doubt.reason"]}");
            }
        }
    }

    private static Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Give(
        MunicipalityCode municipality, string slug, int year, IFormCollection posted, Membership member, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
        Move(municipality, slug, year, DeliveryState.HandedOver, new Form(texts, posted), member, texts, visitor, db, audit, clock, ct);

    private static Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> TakeBack(
        MunicipalityCode municipality, string slug, int year, IFormCollection posted, Membership member, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
        Move(municipality, slug, year, DeliveryState.Draft, new Form(texts, posted), member, texts, visitor, db, audit, clock, ct);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Move(
        MunicipalityCode municipality, string slug, int year, DeliveryState to, Form form, Membership member, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        if (sheet.State == to)
        {
            return TypedResults.Redirect(sheet.Address);
        }

        if (to is DeliveryState.HandedOver)
        {
            Judge(sheet, form, texts, clock.Today());
            if (!visitor.Is(municipality, Role.Approver) && await ApproversOf(db, municipality, ct) is { Count: > 0 } approvers)
            {
                form.Refuse("hand-over", texts["deliveries.hand-over.approver", texts.List(approvers)]);
            }
        }

        if (!form.IsValid)
        {
            return await EnterDelivery.Show(sheet, form, municipality, visitor, db, clock, ct);
        }

        var row = await db.Deliveries.SingleAsync(d => d.Network == slug && d.Year == year, ct);
        if (form.Version != row.Version)
        {
            form.RefuseAsConflict();
            return await EnterDelivery.Show(sheet, form, municipality, visitor, db, clock, ct);
        }

        audit.Note(to is DeliveryState.HandedOver ? "hand-over-delivery" : "take-back-delivery", $"delivery/{slug}/{year}", municipality, slug, row.State.ToString(), to.ToString());
        row.State = to;
        row.ChangedAt = clock.GetUtcNow();
        row.ChangedBy = visitor.Name;
        row.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return await EnterDelivery.Show(await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) ?? sheet, form, municipality, visitor, db, clock, ct);
        }

        return TypedResults.Redirect(sheet.Address);
    }
}

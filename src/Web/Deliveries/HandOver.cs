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

        foreach (var line in sheet.Lines.Where(l => to is DeliveryState.HandedOver && !l.Now.IsAnswered))
        {
            form.Refuse(line.Definition.Id, texts["deliveries.unanswered"]);
        }

        if (!form.IsValid)
        {
            return EnterDelivery.Show(sheet, form, municipality, visitor);
        }

        var row = await db.Deliveries.SingleAsync(d => d.Network == slug && d.Year == year, ct);
        if (form.Version != row.Version)
        {
            form.RefuseAsConflict();
            return EnterDelivery.Show(sheet, form, municipality, visitor);
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
            return EnterDelivery.Show(await DeliverySheet.Read(db, member, slug, year, clock.Today(), ct) ?? sheet, form, municipality, visitor);
        }

        return TypedResults.Redirect(sheet.Address);
    }
}

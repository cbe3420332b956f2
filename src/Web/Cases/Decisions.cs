using System.Globalization;
using System.Security.Cryptography;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The decisions on service hours of one course, as steps of time: seen, added, put right and taken away one at a time.</summary>
public static class Decisions
{
    private const string New = "new";

    private static readonly string[] Items = ["service", "amount", "unit", "from", "to", "estimate"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/grants", List).ForCaseWorkers();
        app.MapGet($"{CaseCall.Route}/grants/{{grant}}", ([AsParameters] CaseCall call, string grant) => Decision(grant).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/grants/{{grant}}", ([AsParameters] CaseCall call, string grant, IFormCollection posted) => Decision(grant).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    /// <summary>Names a new decision in field paths.</summary>
    internal static string NewKey() => RandomNumberGenerator.GetHexString(8, lowercase: true);

    private static async Task<Results<RazorComponentResult, NotFound>> List([AsParameters] CaseCall call)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        await call.NoteRead();
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return DecisionsPage.Show(new ListView(
            open.Row.Pseudonym,
            call.Address,
            [.. open.File.Grants.OrderBy(g => g.IsEstimate).ThenBy(g => g.ValidFrom).ThenBy(g => g.Service, StringComparer.Ordinal).Select(g => new Line(g.Key, g.Value, g.Amount, g.Unit))]));
    }

    private static Screen Decision(string grant) => new(
        _ => "change-grant",
        path => path.StartsWith(grant is New ? "grant." : $"grant.{grant}.", StringComparison.Ordinal),
        (open, form) => Read(open, grant, form),
        (open, form) => Show(open, grant, form),
        open => $"{open.Call.Address}/grants")
    {
        Otherwise = "from",
        Elsewhere = open => grant is New || open.File.Grants.Exists(g => string.Equals(g.Key, grant, StringComparison.Ordinal)) ? null : $"{open.Call.Address}/grants",
    };

    private static Dictionary<string, string?> Read(OpenCase open, string grant, Form form)
    {
        var texts = open.Call.Texts;
        var path = $"grant.{(grant is New ? NewKey() : grant)}";
        if (form.IsTicked("remove"))
        {
            return Items.ToDictionary(item => $"{path}.{item}", _ => (string?)null, StringComparer.Ordinal);
        }

        var service = form.OneOf("service", GrantedServices.Headline.Concat(GrantedServices.Others), texts["cases.grant.service.missing"]);
        var unit = form.Choice<GrantUnit>("unit", texts["cases.grant.unit.missing"]);
        var most = unit is GrantUnit.Month ? GrantedServices.MaxHours * GrantSteps.WeeksInMonth : GrantedServices.MaxHours;
        var wrong = texts["cases.grant.amount.wrong", form.Raw("amount"), texts.Number((long)most)];
        var amount = form.Number("amount", 0, (decimal)most, wrong);
        if (amount is null)
        {
            form.Refuse("amount", wrong);
        }

        var from = form.ReadOptional<DateOnly>("from", texts["cases.date.wrong", form.Raw("from")]);
        var to = form.ReadOptional<DateOnly>("to", texts["cases.date.wrong", form.Raw("to")]);
        if (from is null)
        {
            form.Refuse("from", texts["cases.grant.from.missing"]);
        }
        else if (from.Value.Year < open.Row.BirthYear)
        {
            form.Refuse("from", texts["cases.grant.from.early", from, $"{open.Row.BirthYear}"]);
        }

        var isEstimate = open.Row.NewUser && form.IsTicked("estimate");
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{path}.service"] = service,
            [$"{path}.amount"] = amount is { } hours ? WrittenNumber.HalfUp(hours, 2).ToString("0.##", CultureInfo.InvariantCulture) : null,
            [$"{path}.unit"] = $"{unit}",
            [$"{path}.from"] = from?.ToString("O", CultureInfo.InvariantCulture),
            [$"{path}.to"] = to?.ToString("O", CultureInfo.InvariantCulture),
            [$"{path}.estimate"] = isEstimate ? "yes" : "no",
        };
    }

    private static RazorComponentResult Show(OpenCase open, string grant, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.grants.back"], $"{call.Address}/grants");
        var stored = open.File.Grants.Find(g => string.Equals(g.Key, grant, StringComparison.Ordinal));
        return DecisionPage.Show(
            new View(
                form, open.Row.Pseudonym, stored is null ? null : new Line(stored.Key, stored.Value, stored.Amount, stored.Unit), open.Row.NewUser, Decision(grant).Seen(open), $"{call.Address}/grants"),
            form.Status);
    }

    /// <param name="Pseudonym">Whose.</param>
    /// <param name="Case">The address of the course.</param>
    /// <param name="Lines">The decisions, estimates last, oldest first.</param>
    public sealed record ListView(string Pseudonym, string Case, IReadOnlyList<Line> Lines);

    /// <param name="Key">Names the decision.</param>
    /// <param name="Grant">The decision in hours a week.</param>
    /// <param name="Amount">As it stands in the decision.</param>
    /// <param name="Unit">What it is counted by there.</param>
    public sealed record Line(string Key, Grant Grant, double Amount, GrantUnit Unit);

    public sealed record View(Form Form, string Pseudonym, Line? Stored, bool IsNewUser, int Seen, string List);
}

using AngleSharp.Dom;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Mestring.Web.Tests.Design;

public sealed class FormControlTests
{
    private const string Wanted = "Du skrev 11. Velg et tall fra 1 til 10.";

    [Fact]
    public async Task A_refused_field_shows_what_was_typed_with_the_message_beside_it()
    {
        var form = Posted(("score", "11"));
        form.Refuse("score", Wanted);
        var body = await Drawn.Body<Field>(Language.Nb, ("Form", form), ("Name", "score"), ("Label", "Utførelse nå"), ("Hint", "Fra 1 til 10"), ("Unit", "poeng"), ("Value", "6"));
        var input = body.QuerySelector("input")!;
        Assert.Equal("11", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("score-hint score-unit score-error", input.GetAttribute("aria-describedby"));
        Assert.Equal(Wanted, body.QuerySelector("#score-error")!.TextContent);
        Assert.Equal("Utførelse nå", body.QuerySelector("label[for=score]")!.TextContent);
        Drawn.IdsAreSound(body);
    }

    [Fact]
    public async Task A_field_that_was_emptied_stays_empty()
    {
        var body = await Drawn.Body<Field>(Language.Nb, ("Form", Posted(("score", ""))), ("Name", "score"), ("Label", "Utførelse nå"), ("Value", "6"));
        Assert.Equal("", body.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void What_nobody_typed_is_no_identity_number_though_it_looks_like_one()
    {
        Assert.False(Posted(("note", "x02a01b32-99997y")).IsValid);
        var form = Posted(("score", "6"), (Form.TokenField, "CfDJ8x02a01b32-99997y"));
        Assert.True(form.IsValid);
        Assert.Equal("6", form.Raw("score"));
        Assert.Null(form.Raw(Form.TokenField));
    }

    [Fact]
    public async Task Further_attributes_reach_the_input()
    {
        var body = await Drawn.Body<Field>(Language.Nb, ("Form", New()), ("Name", "name"), ("Label", "Navn"), ("maxlength", 80), ("Width", "short"));
        Assert.Equal("80", body.QuerySelector("input.ds-input.short")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task A_password_is_never_shown_again()
    {
        var body = await Drawn.Body<Field>(Language.Nb, ("Form", Posted(("password", "hemmelig"))), ("Name", "password"), ("Label", "Passord"), ("Type", "password"));
        Assert.DoesNotContain("hemmelig", body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boxes_that_were_unticked_stay_unticked()
    {
        Answer[] answers = [new("a", "Leder"), new("b", "Fagperson")];
        (string, object?)[] common = [("Name", "who"), ("Label", "Hvem"), ("Answers", answers), ("Values", new[] { "a" })];
        var before = await Drawn.Body<Checks>(Language.Nb, [("Form", New()), .. common]);
        var after = await Drawn.Body<Checks>(Language.Nb, [("Form", Posted(("other", "1"))), .. common]);
        Assert.Equal(["a"], Ticked(before), StringComparer.Ordinal);
        Assert.Empty(Ticked(after));
    }

    [Fact]
    public async Task The_error_summary_leads_to_each_refused_field()
    {
        var form = Posted(("kind", ""));
        form.Refuse("kind", "Velg ett av svarene.");
        form.Refuse("score", Wanted);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["score"] = "Mål 2" };
        var summary = await Drawn.Body<ErrorSummary>(Language.Nn, ("Form", form), ("Labels", labels));
        Assert.Equal(["Velg ett av svarene.", $"Mål 2: {Wanted}"], summary.QuerySelectorAll("a").Select(a => a.TextContent), StringComparer.Ordinal);
        var choice = await Drawn.Body<Choice>(Language.Nn, ("Form", form), ("Name", "kind"), ("Label", "Slag"), ("Answers", new Answer[] { new("x", "X", "Meir om X"), new("y", "Y") }));
        Assert.Equal("radio", choice.QuerySelector(summary.QuerySelector("a")!.GetAttribute("href")!)!.GetAttribute("type"));
        Drawn.IdsAreSound(choice);
    }

    [Fact]
    public async Task A_form_without_errors_has_no_summary() =>
        Assert.Empty((await Drawn.Text<ErrorSummary>(Language.En, ("Form", New()))).Trim());

    private static IEnumerable<string?> Ticked(IElement body) => body.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value"));

    private static Form New() => new(new Texts(Language.Nb));

    private static Form Posted(params (string Name, string Value)[] fields) =>
        new(new Texts(Language.Nb), new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value), StringComparer.Ordinal)));
}

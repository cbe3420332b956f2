using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Gatherings;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class EditTextTests : IDisposable
{
    private const string Path = $"/desk/{Town.Slug}/texts";

    private readonly Town _town = new();

    [Theory]
    [InlineData("hverdagsrehabilitering")]
    [InlineData("utviklingshemming")]
    public async Task Every_text_of_a_run_is_written_and_read_back_and_no_other_changes(string programme)
    {
        var run = await _town.Network(NetworkState.Draft, programme);
        var written = run;
        foreach (var text in RunText.Of(run).SelectMany(g => g.Texts))
        {
            var other = RunText.Of(run).SelectMany(g => g.Texts).Where(t => t != text && t.Key != text.Key).ToDictionary(t => t.Key, t => t.Read(written), StringComparer.Ordinal);
            written = text.Write(written, [new LocalizedText($"nb {text.Key}", $"nn {text.Key}", $"en {text.Key}")]);
            Assert.Equal($"nn {text.Key}", Assert.Single(text.Read(written)).Nn);
            Assert.All(RunText.Of(run).SelectMany(g => g.Texts).Where(t => t.Key != text.Key), t => Assert.Equal(other[t.Key], t.Read(written)));
        }

        var leader = await _town.Leader();
        var listed = (await leader.Get(Path)).Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(RunText.Of(run).Sum(g => g.Texts.Count), listed.Count);
        foreach (var address in listed)
        {
            Assert.Equal(HttpStatusCode.OK, (await leader.Get(address)).Status);
        }
    }

    [Fact]
    public async Task A_text_is_changed_in_all_languages_dated_on_the_invitation_and_mailed_when_the_leader_says_so()
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", language: "nn");
        var leader = await _town.Leader();

        Assert.Equal($"{Path}#background", (await leader.Submit($"{Path}/background", ("nb", "Én\nTo"), ("nn", "Éin\nTo"), ("en", "One\nTwo"))).Location);
        Assert.Empty(await _town.Mails());
        await leader.Submit($"{Path}/condition", ("nb", "Bare hvis det blir gitt støtte."), ("nn", "Berre om det blir gitt stønad."), ("en", "Only if a grant is given."), ("tell", "true"));

        var run = (await _town.Stored()).Read();
        Assert.Equal(["One", "Two"], run.Terms.Background.Select(b => b.En));
        Assert.Equal("Berre om det blir gitt stønad.", run.Fee().Condition!.Nn);
        Assert.Contains("– Teksten «Vilkår for avgifta» er endra.", Assert.Single(await _town.Mails()).Body, StringComparison.Ordinal);
        Assert.Equal(2, await _town.App.Database(db => db.NetworkChanges.CountAsync()));
        Assert.Contains("Bare hvis det blir gitt støtte.", (await _town.App.Open().Get($"/networks/{Town.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_missing_in_one_language_is_refused_there_and_kept()
    {
        await _town.Network(NetworkState.Draft);
        var leader = await _town.Leader();

        var missing = await leader.Submit($"{Path}/purpose", ("nb", "Nytt formål"), ("nn", ""), ("en", "New purpose"));
        var fewer = await leader.Submit($"{Path}/wishes", ("nb", "En\nTo"), ("nn", "Ein\nTo"), ("en", "One"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Skriv teksten på dette språket også."), (missing.Status, missing.ErrorOf("nn")));
        Assert.Equal("Nytt formål", missing.Page.GetElementById("nb")!.TextContent);
        Assert.StartsWith("Her er det færre linjer (1)", fewer.ErrorOf("en"), StringComparison.Ordinal);
        Assert.Equal(1, (await _town.Stored()).Version);
    }

    [Fact]
    public async Task Two_who_write_different_texts_do_not_meet_and_two_who_write_the_same_are_told()
    {
        await _town.Network(NetworkState.Draft);
        var (one, other) = (await _town.Leader(), await _town.Leader());
        var (purpose, lead) = (await other.Get($"{Path}/purpose"), await other.Get($"{Path}/lead"));
        (string, string)[] typed = [("nb", "A"), ("nn", "B"), ("en", "C")];
        await one.Submit($"{Path}/purpose", typed);

        Assert.Equal(HttpStatusCode.Redirect, (await other.Send(lead, $"{Path}/lead", typed)).Status);
        var conflict = await other.Send(purpose, $"{Path}/purpose", ("nb", "D"), ("nn", "E"), ("en", "F"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("D", conflict.Page.GetElementById("nb")!.TextContent);
        Assert.Equal(new LocalizedText("A", "B", "C"), (await _town.Stored()).Read().Programme.Texts.Purpose);
    }

    [Theory]
    [InlineData("hverdagsrehabilitering")]
    [InlineData("utviklingshemming")]
    public async Task A_new_run_carries_no_note_about_an_earlier_runs_table(string programme)
    {
        var leader = await _town.App.As(Role.Leader);

        await leader.Submit("/desk", ("programme", programme), ("first", "2027-09-06"), ("slug", "ny-2027"));

        var run = (await _town.App.Database(db => db.Networks.SingleAsync(n => n.Slug == "ny-2027"))).Read();
        Assert.Null(run.Fee().Reading);
        Assert.Empty(run.Terms.ReadingNotes);
        Assert.Empty(run.Fee().Faults());
        Assert.DoesNotContain("2017", (await leader.Get("/networks/ny-2027")).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _town.Dispose();
}

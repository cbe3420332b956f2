using System.Diagnostics;
using Mestring.Web.Access;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Access;

/// <summary>Four megabytes of text in every form of the application: answered at once, and never as a failure of ours.</summary>
public sealed class LargeFormTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    private const int Length = 4 * 1024 * 1024;

    /// <summary>Room for a slow machine; what this is about took half a minute and more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Every_form_answers_one_field_of_four_megabytes() => await EachAnswers(("text", new string('1', Length)));

    [Fact]
    public async Task Every_form_answers_four_megabytes_in_fields_of_the_longest_size()
    {
        var part = string.Concat(Enumerable.Repeat("130972 4802 ", 60_000));
        await EachAnswers([.. new[] { "do", "name", "email", "text", "draft-path", "password" }.Select(f => (f, part))]);
    }

    private async Task EachAnswers(params (string, string)[] fields)
    {
        var asked = 0;
        foreach (var (path, rule) in demonstration.With("POST", null))
        {
            var who = await Somebody(rule);
            await who.Get("/account");
            var clock = Stopwatch.StartNew();

            var answer = await who.Post(path, fields);

            Assert.True((int)answer.Status < 500, $"{path} answered {(int)answer.Status}");
            Assert.True(clock.Elapsed < Longest, $"{path} took {clock.ElapsedMilliseconds} ms");
            asked++;
        }

        Assert.True(asked > 50);
    }

    /// <summary>A new person each time: some forms end sessions.</summary>
    private Task<Browser> Somebody(Rule rule) => rule.Scope switch
    {
        Scope.Everyone => Task.FromResult(demonstration.App.Open()),
        Scope.Network or Scope.AnyNetwork => demonstration.App.As(Role.Leader, network: demonstration.CasesNetwork),
        Scope.Installation => demonstration.App.As(Role.Operator),
        _ => demonstration.App.As(Role.Coordinator, "9901"),
    };
}

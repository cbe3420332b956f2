using Mestring.Core;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Design;

public sealed class RuleWordsTests
{
    [Fact]
    public void Every_rule_has_its_words() =>
        Assert.All([.. CaseRules.All.Select(r => r.Id), .. RegisterRules.Ids], id => Assert.True(Texts.Has($"design.rule.{id}"), id));

    [Fact]
    public void A_finding_says_where_it_is_what_stands_there_and_what_is_wanted()
    {
        var finding = new RuleFinding("outside-window", RuleSeverity.Warning, "weeks10.on", ["2026-03-01", "2026-03-02", "2026-04-06"]);

        Assert.EndsWith("01.03.2026 er utenfor tiden målingen teller for, 02.03.2026 til 06.04.2026. Den er lagret som den er.", new Texts(Language.Nb).Finding(finding), StringComparison.Ordinal);
        Assert.StartsWith("10 uker: ", new Texts(Language.Nb).Finding(finding), StringComparison.Ordinal);
        Assert.EndsWith("7,5 timer i uka kan ikke stemme: det er fra 0 til 168 timer i en uke.", new Texts(Language.Nb).Finding(new RuleFinding("grant-hours", RuleSeverity.Error, "grant.a.amount", ["7.5", "168"])), StringComparison.Ordinal);
    }
}

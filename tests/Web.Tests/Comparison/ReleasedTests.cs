using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Mestring.Web.Tests.Comparison;

public sealed class ReleasedTests
{
    [Fact]
    public void Only_disclosure_makes_a_released_figure()
    {
        using var core = AssemblyDefinition.ReadAssembly(typeof(Core.Disclosure.DisclosureRule).Assembly.Location);

        var makers = (
            from type in core.MainModule.GetAllTypes()
            from method in type.Methods
            where method.HasBody
            where method.Body.Instructions.Any(i => i.Operand is MethodReference { Name: "Shown" or ".ctor" } made && made.DeclaringType.FullName.StartsWith("Mestring.Core.Disclosure.Released`1", StringComparison.Ordinal))
            select type.FullName).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(makers);
        Assert.All(makers, m => Assert.StartsWith("Mestring.Core.Disclosure.", m, StringComparison.Ordinal));
        Assert.DoesNotContain(core.MainModule.GetType("Mestring.Core.Disclosure.Released`1").GetConstructors(), c => !c.IsPrivate);
    }
}

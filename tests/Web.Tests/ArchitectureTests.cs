using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Mestring.Web.Tests;

/// <summary>The arrows of docs/architecture.md, asserted over the compiled code.</summary>
[Trait("Database", "own")]
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = Read();

    private static readonly string[] SqlCalls = ["ExecuteSql", "FromSql", "SqlQuery", "CreateCommand"];

    [Fact]
    public void Every_room_uses_only_the_rooms_its_arrows_point_to()
    {
        var broken =
            from use in Uses()
            where !Arrows.TryGetValue(use.From, out var allowed) || !allowed.Contains(use.To, StringComparer.Ordinal)
            select $"{use.From} uses {use.To} (in {use.Type})";

        Assert.Empty(broken.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_arrows_make_no_circle()
    {
        var left = Arrows.ToDictionary(StringComparer.Ordinal);
        while (left.Keys.FirstOrDefault(room => left[room].All(to => !left.ContainsKey(to))) is { } leaf)
        {
            left.Remove(leaf);
        }

        Assert.Empty(left.Keys);
    }

    [Fact]
    public void Core_needs_nothing_but_the_runtime_and_MathNet()
    {
        using var core = AssemblyDefinition.ReadAssembly(typeof(Core.Statistics.Proportion).Assembly.Location);

        Assert.All(
            core.MainModule.AssemblyReferences.Where(r => r.Name is not "MathNet.Numerics"),
            r => Assert.StartsWith("System.", r.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_storage_writes_SQL_of_its_own()
    {
        using var web = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);
        var writers =
            from type in web.MainModule.GetAllTypes()
            from method in type.Methods.Where(m => m.HasBody)
            from call in method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>()
            where call.DeclaringType.Name is "RawSql" || SqlCalls.Any(name => call.Name.StartsWith(name, StringComparison.Ordinal))
            select (Room: Room(type), Text: $"{type.FullName} calls {call.Name}");

        Assert.Contains(writers, w => w.Room is "Web.Storage");
        Assert.Empty(writers.Where(w => w.Room is not "Web.Storage").Select(w => w.Text).Distinct(StringComparer.Ordinal));
    }

    private static Dictionary<string, string[]> Read([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/architecture.md"))
            .SkipWhile(line => line is not "```arrows").Skip(1)
            .TakeWhile(line => line is not "```")
            .Select(line => line.Split("->", StringSplitOptions.TrimEntries))
            .ToDictionary(
                line => line[0],
                line => line[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                StringComparer.Ordinal);

    private static IEnumerable<(string From, string To, string Type)> Uses() =>
        from assembly in new[] { typeof(Core.Statistics.Proportion).Assembly, System.Reflection.Assembly.Load("Mestring.Formats"), typeof(Program).Assembly }
        from type in AssemblyDefinition.ReadAssembly(assembly.Location).MainModule.GetAllTypes()
        let room = Room(type)
        where room is not null
        from used in Mentions(type)
        let to = Room(used)
        where to is not null && !string.Equals(to, room, StringComparison.Ordinal)
        select (room, to, type.Name);

    /// <summary><c>Mestring.Web.Outcomes.RegisterOutcome</c> is in room <c>Web.Outcomes</c>; the composition root is in none.</summary>
    private static string? Room(TypeReference type)
    {
        var outer = type.GetElementType();
        while (outer.DeclaringType is { } parent)
        {
            outer = parent;
        }

        return outer.Namespace.Split('.') is ["Mestring", var assembly, var room, ..] ? $"{assembly}.{room}" : null;
    }

    private static IEnumerable<TypeReference> Mentions(TypeDefinition type) =>
        new[] { type.BaseType }.OfType<TypeReference>()
            .Concat(type.Interfaces.Select(i => i.InterfaceType))
            .Concat(type.Fields.Select(f => f.FieldType))
            .Concat(type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).SelectMany(i => i.Operand switch
            {
                TypeReference t => [t],
                MethodReference m => m is GenericInstanceMethod g ? g.GenericArguments.Append(m.DeclaringType) : [m.DeclaringType],
                FieldReference f => [f.DeclaringType],
                _ => Enumerable.Empty<TypeReference>(),
            }))
            .SelectMany(t => t is GenericInstanceType g ? g.GenericArguments.Append(t) : [t]);
}

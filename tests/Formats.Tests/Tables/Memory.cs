namespace Mestring.Formats.Tests.Tables;

/// <summary>Tests that weigh the memory of the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Memory
{
    public const string Name = "Memory";
}

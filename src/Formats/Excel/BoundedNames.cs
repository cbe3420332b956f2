using System.Xml;

namespace Mestring.Formats.Excel;

/// <summary>Names in a part, which the reader keeps for good: a part that invents ever new ones is refused.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 5_000;
    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) => ++_count <= Most ? name : throw new InvalidDataException("Too many names.");
}

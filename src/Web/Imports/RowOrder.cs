namespace Mestring.Web.Imports;

/// <summary>
/// The rows of a file in the order they are worked through: those of one pseudonym beside each other, and of one case; otherwise as they stand.
/// Some tens of bytes a row.
/// </summary>
internal sealed class RowOrder
{
    /// <summary>A pseudonym with rows for so many portions is no person's, and is parted between two cases.</summary>
    private const int MostPortions = 8;

    private readonly List<(int Person, int Group, int Number)> _rows = [];
    private readonly Dictionary<int, int> _people = [];
    private readonly Dictionary<int, int> _cases = [];

    /// <summary>Takes in the next row.</summary>
    /// <param name="number">The row, as a person counts.</param>
    /// <param name="about">The case it is about; null when it does not say.</param>
    public void Add(int number, (string Pseudonym, string StartedOn)? about)
    {
        // Two cases may share a hash: then they are only read together.
        var person = about is { } who ? First(_people, StringComparer.Ordinal.GetHashCode(who.Pseudonym), number) : number;
        _rows.Add((person, about is { } key ? First(_cases, key.GetHashCode(), number) : number, number));
    }

    /// <summary>Row numbers, so many together; rows of one case always are, and those of one pseudonym where they are not too many.</summary>
    public IEnumerable<List<int>> Portions(int size)
    {
        _rows.Sort();
        var portion = new List<int>(size);
        for (var i = 0; i < _rows.Count; i++)
        {
            var isAnother = i > 0 && _rows[i].Group != _rows[i - 1].Group && (_rows[i].Person != _rows[i - 1].Person || portion.Count >= size * MostPortions);
            if (isAnother && portion.Count >= size)
            {
                yield return portion;
                portion = new List<int>(size);
            }

            portion.Add(_rows[i].Number);
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    private static int First(Dictionary<int, int> rows, int hash, int number) => rows.TryAdd(hash, number) ? number : rows[hash];
}

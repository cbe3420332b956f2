namespace Mestring.Web.Imports;

/// <summary>The rows of a file in the order they are worked through: those of one course beside each other, otherwise as they stand. Some tens of bytes a row.</summary>
internal sealed class RowOrder
{
    private readonly List<(int Group, int Number)> _rows = [];
    private readonly Dictionary<int, int> _first = [];

    /// <summary>Takes in the next row.</summary>
    /// <param name="number">The row, as a person counts.</param>
    /// <param name="course">The course it is about; null when it does not say.</param>
    public void Add(int number, (string Pseudonym, string StartedOn)? course)
    {
        // Two courses may share a hash: then they are only read together.
        var group = course is { } key && !_first.TryAdd(key.GetHashCode(), number) ? _first[key.GetHashCode()] : number;
        _rows.Add((group, number));
    }

    /// <summary>Row numbers, so many together; rows of one course always are.</summary>
    public IEnumerable<List<int>> Portions(int size)
    {
        _rows.Sort();
        var portion = new List<int>(size);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (portion.Count >= size && _rows[i].Group != _rows[i - 1].Group)
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
}

using System.Globalization;
using System.Runtime.InteropServices;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>Counts the rows of a part of an episode file; nothing is kept of a row once it is counted.</summary>
internal sealed class EpisodeShard(EpisodeColumns columns)
{
    private readonly int[] _ends = new int[columns.Count];
    private readonly Dictionary<(int Municipality, int Network, int Instrument), EpisodeGroup> _groups = [];
    private readonly List<EpisodeGroup?[]> _direct = [];
    private readonly List<HoursTally> _hours = [];

    public TextIndex Municipalities { get; } = new();

    public TextIndex Networks { get; } = new();

    public TextIndex Months { get; } = new();

    public TextIndex Instruments { get; } = new();

    public IEnumerable<(string Municipality, string Network, string Instrument, EpisodeGroup Group)> Groups =>
        _groups.Select(g => (Municipalities.Texts[g.Key.Municipality], Networks.Texts[g.Key.Network], Instruments.Texts[g.Key.Instrument], g.Value));

    public IEnumerable<(string Municipality, HoursTally Hours)> Hours => _hours.Select((h, i) => (Municipalities.Texts[i], h));

    /// <summary>Lines seen, blank ones too.</summary>
    public int Lines { get; set; }

    /// <summary>Counts one row, without its line end.</summary>
    public void Row(ReadOnlySpan<byte> row)
    {
        Lines++;
        if (row.IsEmpty)
        {
            return;
        }

        Split(row);
        var municipality = Municipalities.Of(Field(row, columns.Municipality), Lines, "municipality");
        var network = Networks.Of(Field(row, columns.Network), Lines, "network");
        var month = Months.Of(Field(row, columns.Month), Lines, "month");
        var instrument = Instruments.Of(Field(row, columns.Instrument), Lines, "instrument");
        var group = Group(municipality, network, instrument);
        var hasPre = columns.TryRead(Field(row, columns.Pre), Lines, "pre", out var pre);
        var hasPost = columns.TryRead(Field(row, columns.Post), Lines, "post", out var post);
        if (hasPre && hasPost)
        {
            group.Add(month, group.Changes.Add(pre, post));
        }
        else
        {
            group.Changes.AddIncomplete(hasPre, hasPost);
        }

        var hasBefore = columns.TryRead(Field(row, columns.HoursPre), Lines, "hours_pre", out var before);
        if (columns.TryRead(Field(row, columns.HoursPost), Lines, "hours_post", out var after) && hasBefore)
        {
            _hours[municipality].Add(before, after);
        }
    }

    /// <summary>The group by municipality and instrument; a municipality in a second network takes the slower way.</summary>
    private EpisodeGroup Group(int municipality, int network, int instrument)
    {
        while (_hours.Count <= municipality)
        {
            _hours.Add(new HoursTally());
            _direct.Add([]);
        }

        var place = (network * 8) + instrument;
        var row = _direct[municipality];
        if (instrument < 8 && place < row.Length && row[place] is { } known)
        {
            return known;
        }

        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, (municipality, network, instrument), out _);
        group ??= new EpisodeGroup();
        if (instrument < 8 && network < 1024)
        {
            Array.Resize(ref row, Math.Max(row.Length, place + 1));
            row[place] = group;
            _direct[municipality] = row;
        }

        return group;
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1] + 1;
        return row[start.._ends[index]];
    }

    private void Split(ReadOnlySpan<byte> row)
    {
        var field = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == columns.Separator)
            {
                if (field + 1 >= _ends.Length)
                {
                    throw Ragged(row);
                }

                _ends[field++] = i;
            }
            else if (row[i] is (byte)'"' or 0)
            {
                throw new TableException(
                    Lines,
                    (field + 1).ToString(CultureInfo.InvariantCulture),
                    row[i] == 0 ? "a NUL byte stood there." : "a quotation mark stood there.",
                    "An episode file has plain UTF-8 fields without quotation marks.");
            }
        }

        _ends[field] = row.Length;
        if (field + 1 != _ends.Length)
        {
            throw Ragged(row);
        }
    }

    private TableException Ragged(ReadOnlySpan<byte> row) => new(
        Lines,
        null,
        $"the row has {(row.Count(columns.Separator) + 1).ToString(CultureInfo.InvariantCulture)} fields where the header has {_ends.Length.ToString(CultureInfo.InvariantCulture)}.",
        "Add or remove separators.");
}

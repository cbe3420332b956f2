using System.Globalization;
using System.Text;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;
using Microsoft.Win32.SafeHandles;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>Reads an episode file once, in as many parts as there are processors; what is counted does not depend on the parts.</summary>
internal static class EpisodeReader
{
    private const int LongestRow = 1_000_000;
    private const int Piece = 1 << 20;

    /// <summary>Reads bytes of a file from an offset.</summary>
    private delegate int ReadAt(Span<byte> into, long offset);

    public static IReadOnlyList<EpisodeShard> Read(string path, int parts)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        return Read((into, offset) => RandomAccess.Read(file, into, offset), RandomAccess.GetLength(file), parts);
    }

    public static IReadOnlyList<EpisodeShard> Read(Stream stream, int parts)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        return Read(
            (into, offset) =>
            {
                var rest = bytes.Span[(int)offset..];
                rest = rest[..Math.Min(rest.Length, into.Length)];
                rest.CopyTo(into);
                return rest.Length;
            },
            bytes.Length,
            parts);
    }

    private static List<EpisodeShard> Read(ReadAt read, long length, int parts)
    {
        var (columns, start) = Header(read);
        var wanted = (int)Math.Clamp((length - start) / Piece, 1, parts);
        var shards = Enumerable.Range(0, wanted).Select(_ => new EpisodeShard(columns)).ToList();
        var refusals = new TableException?[wanted];
        Parallel.For(0, wanted, part =>
        {
            try
            {
                Part(read, shards[part], start, Bound(part), Bound(part + 1), length);
            }
            catch (TableException refusal)
            {
                refusals[part] = refusal;
            }
        });

        // The first in the file is the one to tell; the parts before it were read to their ends, so its line is known.
        return Array.FindIndex(refusals, r => r is not null) is >= 0 and var first
            ? throw refusals[first]!.Below(1 + shards.Take(first).Sum(s => s.Lines))
            : shards;

        long Bound(int part) => start + ((length - start) * part / wanted);
    }

    private static (EpisodeColumns Columns, long Start) Header(ReadAt read)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        for (int got; filled < buffer.Length && (got = read(buffer.AsSpan(filled), filled)) > 0; filled += got)
        {
        }

        var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
        if (end < 0 && filled == buffer.Length)
        {
            throw new TableException(1, "1", $"the header is longer than {buffer.Length.ToString(CultureInfo.InvariantCulture)} bytes.", "Write one row on each line.");
        }

        var header = end < 0 ? filled : end + 1;
        return (EpisodeColumns.Read(buffer[..header]), header);
    }

    /// <summary>Counts the lines that begin in [from, to); the first part begins on a line, the others after the line they fall into.</summary>
    private static void Part(ReadAt read, EpisodeShard shard, long first, long from, long to, long length)
    {
        var buffer = new byte[Piece];
        var position = from > first ? from - 1 : from;
        var skip = from > first;
        int kept = 0;
        while (true)
        {
            var lineStart = position - kept;
            var got = position < length ? read(buffer.AsSpan(kept), position) : 0;
            position += got;
            var bytes = buffer.AsSpan(0, kept + got);
            var last = got == 0;
            while (!bytes.IsEmpty)
            {
                var end = bytes.IndexOf((byte)'\n');
                if (end < 0 && !last)
                {
                    break;
                }

                var line = end < 0 ? bytes : bytes[..end];
                if (!skip && lineStart >= to)
                {
                    return;
                }

                if (!skip)
                {
                    shard.Row(line is [.., (byte)'\r'] ? line[..^1] : line);
                }

                skip = false;
                var taken = end < 0 ? bytes.Length : end + 1;
                lineStart += taken;
                bytes = bytes[taken..];
            }

            if (last || lineStart >= to)
            {
                return;
            }

            if (bytes.Length >= LongestRow)
            {
                throw new TableException(shard.Lines + 1, null, $"the row is longer than {LongestRow.ToString("N0", CultureInfo.InvariantCulture)} bytes.", "Write one row on each line.");
            }

            bytes.CopyTo(buffer);
            kept = bytes.Length;
        }
    }
}

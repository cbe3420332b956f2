using System.Runtime.CompilerServices;

namespace Mestring.Core.Statistics;

/// <summary>
/// Counts changes by their size instead of keeping them, so that a million pairs take the room of a few hundred sizes, two
/// tallies can be merged, and every figure is exact and the same whatever the order. The figures are those of <see cref="PairedChange"/>.
/// </summary>
/// <remarks>Measurements are whole billionths of a point, changes whole millionths (<see cref="Pair.Decimals"/> decimals).</remarks>
public sealed class ChangeTally
{
    /// <summary>Units of a measurement in one point.</summary>
    public const long MeasurementUnits = 1_000_000_000;

    /// <summary>Units of a change in one point.</summary>
    public const long ChangeUnits = 1_000_000;

    private const long UnitsRatio = MeasurementUnits / ChangeUnits;
    private long[] _sizes = new long[64];
    private int[] _counts = new int[64];
    private int _used;
    private int _missingBefore;
    private int _missingAfter;
    private int _missingBoth;
    private Int128 _before;
    private Int128 _after;

    /// <summary>Complete pairs.</summary>
    public int Pairs { get; private set; }

    /// <summary>Pairs, complete or not.</summary>
    public int Rows => Pairs + _missingBefore + _missingAfter - _missingBoth;

    /// <summary>Counts a complete pair.</summary>
    /// <param name="before">The first measurement in <see cref="MeasurementUnits"/>.</param>
    /// <param name="after">The second measurement.</param>
    /// <returns>The change in <see cref="ChangeUnits"/>, rounded half to even.</returns>
    public long Add(long before, long after)
    {
        var change = Rounded(after - before);
        Pairs++;
        _before += before;
        _after += after;
        Count(change, 1);
        return change;
    }

    /// <summary>Counts a pair of which one or both are missing.</summary>
    public void AddIncomplete(bool before, bool after)
    {
        _missingBefore += before ? 0 : 1;
        _missingAfter += after ? 0 : 1;
        _missingBoth += before || after ? 0 : 1;
    }

    /// <summary>Adds all that <paramref name="other"/> has counted.</summary>
    public void Add(ChangeTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Pairs += other.Pairs;
        _missingBefore += other._missingBefore;
        _missingAfter += other._missingAfter;
        _missingBoth += other._missingBoth;
        _before += other._before;
        _after += other._after;
        for (var i = 0; i < other._sizes.Length; i++)
        {
            if (other._counts[i] > 0)
            {
                Count(other._sizes[i], other._counts[i]);
            }
        }
    }

    /// <summary>The figures of everything counted; Wilcoxon's test by the normal approximation for every number of pairs.</summary>
    /// <param name="important">The smallest change that matters, in points, higher being better; null for none.</param>
    public PairedChange Summarise(double? important)
    {
        var (sizes, counts) = Sorted();
        Int128 sum = 0, squares = 0;
        int reached = 0, worsened = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            sum += (Int128)sizes[i] * counts[i];
            squares += (Int128)sizes[i] * sizes[i] * counts[i];
            var change = (double)sizes[i] / ChangeUnits;
            reached += change >= important ? counts[i] : 0;
            worsened += -change >= important ? counts[i] : 0;
        }

        double n = Pairs;
        double? mean = Pairs == 0 ? null : (double)sum / (n * ChangeUnits);
        double? sd = Pairs < 2 ? null : Math.Sqrt((double)((Pairs * squares) - (sum * sum)) / (n * (n - 1))) / ChangeUnits;
        return new PairedChange
        {
            Rows = Rows,
            Pairs = Pairs,
            MissingBefore = _missingBefore,
            MissingAfter = _missingAfter,
            MeanBefore = Pairs == 0 ? null : (double)_before / (n * MeasurementUnits),
            MeanAfter = Pairs == 0 ? null : (double)_after / (n * MeasurementUnits),
            Mean = mean,
            Sd = sd < 1e-9 ? 0 : sd,
            LowerQuartile = Quantile(sizes, counts, 0.25),
            Median = Quantile(sizes, counts, 0.5),
            UpperQuartile = Quantile(sizes, counts, 0.75),
            SignedRank = Ranks(sizes, counts),
            Important = important is { } threshold ? new ImportantShare(threshold, Pairs == 0 ? null : new Proportion(reached, Pairs), worsened) : null,
        };
    }

    /// <summary>Billionths to millionths, half to even.</summary>
    private static long Rounded(long difference)
    {
        var (quotient, rest) = Math.DivRem(difference, UnitsRatio);
        var twice = Math.Abs(rest) * 2;
        return twice > UnitsRatio || (twice == UnitsRatio && (quotient & 1) != 0) ? quotient + Math.Sign(rest) : quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(long size, int times)
    {
        var slot = Slot(size);
        if (_counts[slot] == 0)
        {
            if (_used * 2 >= _sizes.Length)
            {
                Grow();
                slot = Slot(size);
            }

            _used++;
            _sizes[slot] = size;
        }

        _counts[slot] += times;
    }

    /// <summary>Where a size stands or would stand, by Fibonacci hashing and linear search.</summary>
    private int Slot(long size)
    {
        var mask = _sizes.Length - 1;
        var slot = (int)((ulong)(size * -7046029254386353131) >> 32) & mask;
        while (_counts[slot] != 0 && _sizes[slot] != size)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (sizes, counts) = (_sizes, _counts);
        (_sizes, _counts) = (new long[sizes.Length * 2], new int[sizes.Length * 2]);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (counts[i] > 0)
            {
                var slot = Slot(sizes[i]);
                (_sizes[slot], _counts[slot]) = (sizes[i], counts[i]);
            }
        }
    }

    private (long[] Sizes, int[] Counts) Sorted()
    {
        var sizes = new long[_used];
        var counts = new int[_used];
        var next = 0;
        for (var i = 0; i < _sizes.Length; i++)
        {
            if (_counts[i] > 0)
            {
                (sizes[next], counts[next++]) = (_sizes[i], _counts[i]);
            }
        }

        Array.Sort(sizes, counts);
        return (sizes, counts);
    }

    private double? Quantile(long[] sizes, int[] counts, double p)
    {
        if (Pairs == 0)
        {
            return null;
        }

        var position = (Pairs - 1) * p;
        var below = (int)position;
        double low = At(below), high = At(Math.Min(below + 1, Pairs - 1));
        return low + ((position - below) * (high - low));

        double At(int index)
        {
            var i = 0;
            for (var seen = counts[0]; seen <= index; seen += counts[i])
            {
                i++;
            }

            return (double)sizes[i] / ChangeUnits;
        }
    }

    /// <summary>Walks the sizes by distance from 0, a fall and a rise of one size together as ties.</summary>
    private static SignedRank Ranks(long[] sizes, int[] counts)
    {
        var up = Array.FindIndex(sizes, s => s > 0);
        up = up < 0 ? sizes.Length : up;
        var down = up - 1;
        if (down >= 0 && sizes[down] == 0)
        {
            down--;
        }

        double v = 0, ties = 0;
        var ranked = 0L;
        while (down >= 0 || up < sizes.Length)
        {
            var size = Math.Min(down >= 0 ? -sizes[down] : long.MaxValue, up < sizes.Length ? sizes[up] : long.MaxValue);
            long falls = 0, rises = 0;
            if (down >= 0 && sizes[down] == -size)
            {
                falls = counts[down--];
            }

            if (up < sizes.Length && sizes[up] == size)
            {
                rises = counts[up++];
            }

            double tied = falls + rises;
            v += rises * (ranked + ((tied + 1) / 2));
            ties += (tied * tied * tied) - tied;
            ranked += falls + rises;
        }

        return ranked == 0 ? new SignedRank(0, 0, null, null, IsExact: false) : SignedRank.Approximate((int)ranked, v, ties);
    }
}

namespace Mestring.Core.Statistics;

/// <summary>A small dense linear programme: minimise c·x with A x = b, x ≥ 0, b ≥ 0, solved by the two-phase simplex method.</summary>
/// <remarks>
/// Dantzig, Linear Programming and Extensions, 1963, ch. 5; after many steps without progress Bland's rule (Math Oper Res
/// 1977;2:103–107), which cannot cycle.
/// </remarks>
internal sealed class Simplex
{
    private const double Zero = 1e-11;
    private readonly double[][] _rows;
    private readonly int[] _basis;
    private readonly int _columns;
    private bool[] _closed;

    /// <param name="rows">Coefficients of each equation with the right-hand side last.</param>
    /// <param name="slackOf">For each equation a column that is its unit vector and can start in the basis, or −1.</param>
    internal Simplex(double[][] rows, int[] slackOf)
    {
        _columns = rows[0].Length - 1;
        var artificials = slackOf.Count(s => s < 0);
        _rows = new double[rows.Length][];
        _basis = new int[rows.Length];
        _closed = new bool[_columns + artificials];
        var next = _columns;
        for (var r = 0; r < rows.Length; r++)
        {
            _rows[r] = new double[_columns + artificials + 1];
            rows[r].AsSpan(0, _columns).CopyTo(_rows[r]);
            _rows[r][^1] = rows[r][^1];
            _basis[r] = slackOf[r] < 0 ? next++ : slackOf[r];
            _rows[r][_basis[r]] = 1;
        }

        var infeasibility = new double[_columns + artificials];
        infeasibility.AsSpan(_columns).Fill(1);
        Infeasibility = artificials == 0 ? 0 : Optimise(infeasibility);
        _closed.AsSpan(_columns).Fill(true);
    }

    /// <summary>How far the equations are from being met; 0 but for rounding when they can be.</summary>
    internal double Infeasibility { get; }

    /// <summary>
    /// Minimises <paramref name="cost"/> (one a column) over what earlier calls left open, then closes every column that
    /// would make it worse again, so that a next call chooses among equals.
    /// </summary>
    /// <returns>The least cost.</returns>
    internal double Minimise(ReadOnlySpan<double> cost)
    {
        var full = new double[_closed.Length];
        cost.CopyTo(full);
        var least = Optimise(full);
        var reduced = Reduced(full);
        for (var j = 0; j < _columns; j++)
        {
            _closed[j] |= reduced[j] > 1e-9;
        }

        return least;
    }

    private double Optimise(double[] cost)
    {
        var reduced = Reduced(cost);
        for (var step = 0; step < 50_000; step++)
        {
            var enter = Entering(reduced, bland: step > 500);
            if (enter < 0)
            {
                break;
            }

            var leave = Leaving(enter);
            if (leave < 0)
            {
                throw new InvalidOperationException("The programme has no least value.");
            }

            Pivot(leave, enter, reduced);
        }

        var sum = default(Sum);
        for (var r = 0; r < _rows.Length; r++)
        {
            sum.Add(cost[_basis[r]] * _rows[r][^1]);
        }

        return sum.Value;
    }

    private double[] Reduced(double[] cost)
    {
        var reduced = (double[])cost.Clone();
        for (var r = 0; r < _rows.Length; r++)
        {
            var c = cost[_basis[r]];
            for (var j = 0; c != 0 && j < reduced.Length; j++)
            {
                reduced[j] -= c * _rows[r][j];
            }
        }

        return reduced;
    }

    private int Entering(double[] reduced, bool bland)
    {
        var best = -1;
        for (var j = 0; j < reduced.Length; j++)
        {
            if (!_closed[j] && reduced[j] < -Zero && (best < 0 || reduced[j] < reduced[best]))
            {
                best = j;
                if (bland)
                {
                    break;
                }
            }
        }

        return best;
    }

    private int Leaving(int enter)
    {
        var best = -1;
        var least = double.PositiveInfinity;
        for (var r = 0; r < _rows.Length; r++)
        {
            // An artificial left in the basis at 0 must not grow, whichever way the entering column moves it.
            var stuck = _basis[r] >= _columns && _closed[_basis[r]] && Math.Abs(_rows[r][enter]) > 1e-9;
            if (!stuck && _rows[r][enter] <= 1e-10)
            {
                continue;
            }

            var ratio = stuck ? 0 : _rows[r][^1] / _rows[r][enter];
            if (ratio < least || (ratio == least && _basis[r] < _basis[best]))
            {
                (least, best) = (ratio, r);
            }
        }

        return best;
    }

    private void Pivot(int row, int column, double[] reduced)
    {
        var pivot = _rows[row];
        var scale = 1 / pivot[column];
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] *= scale;
        }

        foreach (var other in _rows)
        {
            if (other != pivot)
            {
                Subtract(other, pivot, other[column]);
                other[^1] = Math.Abs(other[^1]) < 1e-14 ? 0 : other[^1];
            }
        }

        Subtract(reduced, pivot, reduced[column]);
        reduced[column] = 0;
        _basis[row] = column;
    }

    private static void Subtract(double[] target, double[] source, double factor)
    {
        for (var j = 0; factor != 0 && j < target.Length; j++)
        {
            target[j] -= factor * source[j];
        }
    }
}

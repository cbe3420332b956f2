namespace Mestring.Core.Statistics;

/// <summary>Data envelopment analysis, input oriented: each unit against the best combination of all units.</summary>
/// <remarks>
/// Charnes, Cooper and Rhodes, Eur J Oper Res 1978;2:429–444 (CCR); Banker, Charnes and Cooper, Manage Sci 1984;30:1078–1092 (BCC);
/// Färe, Grosskopf and Lovell 1985 (returns to scale from non-increasing returns).
/// </remarks>
public static class EfficiencyFrontier
{
    /// <summary>Fewer units than three times the columns make nearly every unit look efficient.</summary>
    public static bool TooFewUnits(int units, int inputs, int outputs) => units < 3 * (inputs + outputs);

    /// <summary>The efficiency of every unit.</summary>
    /// <param name="inputs">One row a unit: what it uses, each at least 0 and one at least above 0.</param>
    /// <param name="outputs">One row a unit: what it makes, each at least 0.</param>
    /// <exception cref="ArgumentException">A value is negative or a unit uses nothing.</exception>
    public static IReadOnlyList<UnitEfficiency> Of(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Concat(outputs).Any(row => Array.Exists(row, v => v < 0)) || inputs.Any(row => Array.TrueForAll(row, v => v == 0)))
        {
            throw new ArgumentException("Every unit needs an input above 0, and no value may be negative.", nameof(inputs));
        }

        var x = Scaled(inputs);
        var y = Scaled(outputs);
        return [.. Enumerable.Range(0, x.Length).Select(unit => Score(x, y, unit))];
    }

    private static UnitEfficiency Score(double[][] x, double[][] y, int unit)
    {
        var (ccr, slack) = Solve(x, y, unit, Scale.Any);
        var (bcc, _) = Solve(x, y, unit, Scale.Own);
        bcc = Math.Max(bcc, ccr);
        var returns = bcc - ccr <= UnitEfficiency.Tolerance ? ReturnsToScale.Constant
            : Solve(x, y, unit, Scale.AtMost).Score - ccr <= UnitEfficiency.Tolerance ? ReturnsToScale.Increasing
            : ReturnsToScale.Decreasing;
        return new UnitEfficiency(ccr, bcc, returns, slack > UnitEfficiency.Tolerance);
    }

    /// <summary>Minimises θ with Σλx + s = θx₀, Σλy − s = y₀ and the scale's condition on Σλ; then the largest Σs at that θ.</summary>
    private static (double Score, double Slack) Solve(double[][] x, double[][] y, int unit, Scale scale)
    {
        int units = x.Length, m = x[0].Length, k = y[0].Length;
        var rows = m + k + (scale is Scale.Any ? 0 : 1);
        var columns = units + m + k + 2;
        int theta = columns - 2, size = columns - 1;
        var equations = new double[rows][];
        var slackOf = new int[rows];
        for (var r = 0; r < rows; r++)
        {
            var row = equations[r] = new double[columns + 1];
            for (var j = 0; j < units; j++)
            {
                row[j] = r < m ? x[j][r] : r < m + k ? y[j][r - m] : 1;
            }

            slackOf[r] = -1;
            if (r < m)
            {
                row[theta] = -x[unit][r];
                row[units + r] = 1;
                slackOf[r] = units + r;
            }
            else if (r < m + k)
            {
                row[units + r] = -1;
                row[^1] = y[unit][r - m];
            }
            else
            {
                row[^1] = 1;
                row[size] = scale is Scale.AtMost ? 1 : 0;
                slackOf[r] = scale is Scale.AtMost ? size : -1;
            }
        }

        var programme = new Simplex(equations, slackOf);
        var cost = new double[columns];
        cost[theta] = 1;
        var score = programme.Minimise(cost);
        cost[theta] = 0;
        cost.AsSpan(units, m + k).Fill(-1);
        var slack = -programme.Minimise(cost);
        return (score < 1e-12 ? 0 : Math.Min(1, score), slack);
    }

    private static double[][] Scaled(IReadOnlyList<double[]> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var largest = new double[rows[0].Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < largest.Length; i++)
            {
                largest[i] = Math.Max(largest[i], row[i]);
            }
        }

        return [.. rows.Select(row => row.Select((v, i) => largest[i] > 0 ? v / largest[i] : 0).ToArray())];
    }

    /// <summary>How large the combination of units may be that a unit is held against.</summary>
    private enum Scale
    {
        Any,
        Own,
        AtMost,
    }
}

namespace Mestring.Core.Statistics;

/// <summary>The binomial distribution of a fair coin.</summary>
public static class Binomial
{
    /// <summary>The smallest number of heads in <paramref name="tosses"/> whose cumulative probability reaches <paramref name="p"/>.</summary>
    public static int FairQuantile(double p, int tosses)
    {
        // In logarithms, ln C(n, k) − n ln 2, so that thousands of tosses do not underflow.
        var cumulative = 0.0;
        var log = -tosses * Math.Log(2);
        for (var heads = 0; heads < tosses; heads++)
        {
            cumulative += Math.Exp(log);
            if (cumulative >= p)
            {
                return heads;
            }

            log += Math.Log((double)(tosses - heads) / (heads + 1));
        }

        return tosses;
    }
}

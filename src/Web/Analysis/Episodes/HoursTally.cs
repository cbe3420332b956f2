namespace Mestring.Web.Analysis.Episodes;

/// <summary>Weekly hours of a municipality's users before and after, over those with both, in billionths of an hour.</summary>
internal sealed class HoursTally
{
    public int Pairs { get; private set; }

    public int Independent { get; private set; }

    public Int128 Before { get; private set; }

    public Int128 After { get; private set; }

    public void Add(long before, long after)
    {
        Pairs++;
        Before += before;
        After += after;
        Independent += before > 0 && after == 0 ? 1 : 0;
    }

    public void Add(HoursTally other)
    {
        Pairs += other.Pairs;
        Before += other.Before;
        After += other.After;
        Independent += other.Independent;
    }
}

namespace Mestring.Core.Networks;

/// <summary>Which state may follow which, for networks, enrolments and hand-ins.</summary>
public static class Transitions
{
    /// <summary>The states an enrolment may go to. What was declined or withdrawn may be received again; everything else starts from received.</summary>
    public static IReadOnlyList<EnrolmentState> Next(this EnrolmentState state) => state switch
    {
        EnrolmentState.Received => [EnrolmentState.Confirmed, EnrolmentState.WaitingList, EnrolmentState.Declined, EnrolmentState.Withdrawn],
        EnrolmentState.WaitingList => [EnrolmentState.Confirmed, EnrolmentState.Declined, EnrolmentState.Withdrawn],
        EnrolmentState.Confirmed => [EnrolmentState.Withdrawn],
        _ => [EnrolmentState.Received],
    };

    /// <summary>The states a network may go to. A closed one may open again; what has not begun may be cancelled, what is under way ends.</summary>
    public static IReadOnlyList<NetworkState> Next(this NetworkState state) => state switch
    {
        NetworkState.Draft => [NetworkState.Open],
        NetworkState.Open => [NetworkState.Closed, NetworkState.Cancelled],
        NetworkState.Closed => [NetworkState.Open, NetworkState.Running, NetworkState.Cancelled],
        NetworkState.Running => [NetworkState.Ended],
        _ => [],
    };

    /// <summary>The states a hand-in may go to. What was returned may be handed in again; what is approved stays so.</summary>
    public static IReadOnlyList<HandInState> Next(this HandInState state) => state switch
    {
        HandInState.HandedIn => [HandInState.Returned, HandInState.Approved],
        HandInState.Returned => [HandInState.HandedIn],
        _ => [],
    };

    /// <summary>Whether an enrolment may go to a state.</summary>
    public static bool CanBecome(this EnrolmentState state, EnrolmentState next) => state.Next().Contains(next);

    /// <summary>Whether a network may go to a state.</summary>
    public static bool CanBecome(this NetworkState state, NetworkState next) => state.Next().Contains(next);

    /// <summary>Whether a hand-in may go to a state.</summary>
    public static bool CanBecome(this HandInState state, HandInState next) => state.Next().Contains(next);
}

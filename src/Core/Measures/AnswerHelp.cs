namespace Mestring.Core.Measures;

/// <summary>Who wrote down what the person answered about the service; it can colour the answer.</summary>
public enum AnswerHelp : byte
{
    /// <summary>The person, alone.</summary>
    Alone,

    /// <summary>The person with help from next of kin.</summary>
    NextOfKin,

    /// <summary>Staff who did not give the service.</summary>
    OtherStaff,

    /// <summary>Staff who gave the service: people answer more kindly to those who helped them.</summary>
    Deliverer,
}

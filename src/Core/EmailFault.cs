namespace Mestring.Core;

/// <summary>Why a text is not one plain e-mail address.</summary>
public enum EmailFault
{
    /// <summary>There is nothing before or after the @, or no @.</summary>
    Form,

    /// <summary>A name or a comment stands beside the address.</summary>
    Name,

    /// <summary>There is more than one address.</summary>
    Several,

    /// <summary>A sign before the @ cannot be mailed to.</summary>
    Sign,

    /// <summary>What stands after the @ is not the name of a place on the internet.</summary>
    Domain,

    /// <summary>It is too long.</summary>
    Length,
}

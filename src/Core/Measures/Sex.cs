namespace Mestring.Core.Measures;

/// <summary>Sex as the national register has it.</summary>
public enum Sex : byte
{
    /// <summary>A woman.</summary>
    Woman,

    /// <summary>A man.</summary>
    Man,
}

using System.Text;

namespace Mestring.Web.Tests;

/// <summary>What a verb writes on the console, kept for the test that ran it: tests run side by side, and the console is one.</summary>
internal sealed class RoutedWriter(TextWriter console, Func<TextWriter?> test) : TextWriter
{
    public static AsyncLocal<TextWriter?> Said { get; } = new();

    public static AsyncLocal<TextWriter?> Complained { get; } = new();

    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => (test() ?? console).Write(value);
}

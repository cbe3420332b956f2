using System.CommandLine;
using Mestring.Web.Demonstration;
using Mestring.Web.Storage;

namespace Mestring.Web.Commands;

/// <summary><c>mestring demo</c>: the made-up networks.</summary>
internal static class DemoCommand
{
    public static Command Create(string[] settings)
    {
        var reset = new Option<bool>("--reset") { Description = "Take the demonstration away first and make it anew, with dates from today" };
        var command = new Command("demo", "Fill the database with made-up networks, municipalities and cases.") { reset };
        command.SetAction(parsed => Services.Use(settings, async services =>
        {
            var db = services.GetRequiredService<MestringDb>();
            var programmes = services.GetRequiredService<Programmes>();
            var clock = services.GetRequiredService<TimeProvider>();
            await (parsed.GetValue(reset)
                ? MadeUpNetworks.Reset(db, programmes, clock, CancellationToken.None)
                : MadeUpNetworks.Fill(db, programmes, clock, CancellationToken.None));
            Console.WriteLine("The demonstration is in place. Start with --Demonstration true to show it.");
            return 0;
        }));
        return command;
    }
}

using System.CommandLine;
using System.Net.Mail;
using Mestring.Core;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Commands;

/// <summary><c>mestring users</c>: the first account, before anybody can invite anybody.</summary>
internal static class UsersCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "operator or leader", Required = true };
        role.AcceptOnlyFromAmong("operator", "leader");
        var email = new Option<string>("--email") { Description = "The person's e-mail address", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name", DefaultValueFactory = _ => string.Empty };
        var address = new Option<string>("--address") { Description = "Where people reach this installation", DefaultValueFactory = _ => "http://localhost:5000" };
        var add = new Command("add", "Make an account and print the link with which the person chooses a password.") { role, email, name, address };
        add.SetAction(parsed => Services.Use(services => Add(
            services, parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role) is "leader" ? Role.Leader : Role.Operator, parsed.GetValue(address)!)));
        return new Command("users", "Accounts of people who work in the networks.") { add };
    }

    private static async Task<int> Add(IServiceProvider services, string email, string name, Role role, string address)
    {
        if (!MailAddress.TryCreate(email, out _))
        {
            await Console.Error.WriteLineAsync($"mestring: '{email}' is not an e-mail address. Give one such as name@example.no.");
            return 2;
        }

        var db = services.GetRequiredService<MestringDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var person = await Accounts.FindOrAdd(db, email, name.Length > 0 ? name : email, new Texts(Language.Nb), now, CancellationToken.None);
        await Accounts.Grant(db, person, role, default, string.Empty, now, CancellationToken.None);
        var token = Sessions.NewToken();
        db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + Accounts.LinkLength });
        services.GetRequiredService<Audit>().Note("add-account", $"person/{person.Id}", after: new { person.Email, role = role.ToString() });
        await db.SaveChangesAsync();
        Console.WriteLine($"{person.Email} is {(role is Role.Leader ? "a network leader" : "an operator")}. The person chooses a password here, once, before {now + Accounts.LinkLength:yyyy-MM-dd}:");
        Console.WriteLine($"{address}/link/{token}");
        return 0;
    }
}

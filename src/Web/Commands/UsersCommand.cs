using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mestring.Core;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Commands;

/// <summary><c>mestring users</c>: accounts, for whoever runs the installation; the first one before anybody can invite anybody.</summary>
internal static class UsersCommand
{
    private const int WrongUse = 2;
    private const int NotFound = 3;

    public static Command Create(string[] settings)
    {
        var role = new Option<string>("--role") { Description = "operator or leader", Required = true };
        role.AcceptOnlyFromAmong("operator", "leader");
        var email = new Option<string>("--email") { Description = "The person's e-mail address", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name", DefaultValueFactory = _ => string.Empty };
        var json = new Option<bool>("--json") { Description = "For programs" };
        var add = new Command("add", "Make an account and print the link with which the person chooses a password.") { role, email, name };
        add.SetAction(parsed => Services.Use(settings, services => Add(
            services, parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role) is "leader" ? Role.Leader : Role.Operator)));
        var list = new Command("list", "Everybody with an account, and what each may do.") { json };
        list.SetAction(parsed => Services.Use(settings, services => List(services, parsed.GetValue(json))));
        return new Command("users", "Accounts of people who work in the networks.")
        {
            add,
            list,
            OfOne("remove", "End an account: nothing opens it any more.", settings, email, Remove),
            OfOne("link", "Print a new link with which the person chooses a password; older ones stop working.", settings, email, Link),
            OfOne("reset-second-factor", "Forget a lost second factor; the person sets up another when signing in.", settings, email, Reset),
        };
    }

    private static Command OfOne(string verb, string description, string[] settings, Option<string> email, Func<IServiceProvider, Person, Task> act)
    {
        var command = new Command(verb, description) { email };
        command.SetAction(parsed => Services.Use(settings, async services =>
        {
            var typed = parsed.GetValue(email)!;
            if (await Accounts.Find(services.GetRequiredService<MestringDb>(), typed, CancellationToken.None) is not { DisabledAt: null } person)
            {
                return await Refuse(NotFound, $"nobody has an account with the address '{typed}'. See: mestring users list");
            }

            await act(services, person);
            return 0;
        }));
        return command;
    }

    private static async Task<int> Add(IServiceProvider services, string typed, string name, Role role)
    {
        if (EmailAddress.Read(typed, out var email) is { } fault)
        {
            return await Refuse(WrongUse, new Texts(Language.En)[$"design.email.{fault}", typed]);
        }

        var (db, audit, now) = (services.GetRequiredService<MestringDb>(), services.GetRequiredService<Audit>(), Now(services));
        var person = await Accounts.FindOrAdd(db, email, name.Length > 0 ? name : email.Text, new Texts(Language.Nb), now, CancellationToken.None);
        await Accounts.Grant(db, person, role, default, string.Empty, name, now, CancellationToken.None);
        var link = Accounts.MakeLink(db, audit, person, services.GetRequiredService<SiteAddress>(), now);
        audit.Note("add-account", $"{Audit.Accounts}{person.Id}", after: new { person.Email, role = role.ToString() });
        await db.SaveChangesAsync();
        Console.WriteLine($"{person.Email} is {(role is Role.Leader ? "a network leader" : "an operator")}.");
        Say(link, now);
        return 0;
    }

    private static async Task<int> List(IServiceProvider services, bool json)
    {
        var db = services.GetRequiredService<MestringDb>();
        var people = await db.Persons.AsNoTracking().Where(p => !p.Demonstration).OrderBy(p => p.Email).ToListAsync();
        var roles = (await db.PersonRoles.AsNoTracking().OrderBy(r => r.Municipality).ThenBy(r => r.Network).ThenBy(r => r.Role).ToListAsync()).ToLookup(r => r.PersonId);
        var lines = people.ConvertAll(p => new Listed(
            p.Email, p.Name, p.DisabledAt is not null ? "ended" : p.PasswordHash is null ? "invited" : "active", p.TotpConfirmedAt is not null, p.SignedInAt,
            [.. roles[p.Id].Select(r => $"{r.Role.ToString().ToLowerInvariant()}{(r.Municipality == default ? r.Network.Length > 0 ? $" {r.Network}" : null : $" {r.Municipality}")}")]));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(lines, JsonSerializerOptions.Web));
            return 0;
        }

        foreach (var line in lines)
        {
            var last = line.SignedInAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never signed in";
            Console.WriteLine($"{line.Email}  {line.Name}  {line.State}{(line.SecondFactor ? ", second factor" : null)}  {last}  {string.Join(", ", line.Roles)}");
        }

        Console.WriteLine($"{lines.Count} accounts.");
        return 0;
    }

    private static async Task Remove(IServiceProvider services, Person person)
    {
        await AccountActions.End(services.GetRequiredService<MestringDb>(), services.GetRequiredService<Audit>(), person, Now(services), CancellationToken.None);
        Console.WriteLine($"The account of {person.Email} has ended.");
    }

    private static async Task Link(IServiceProvider services, Person person)
    {
        var (db, now) = (services.GetRequiredService<MestringDb>(), Now(services));
        var link = Accounts.MakeLink(db, services.GetRequiredService<Audit>(), person, services.GetRequiredService<SiteAddress>(), now);
        await db.SaveChangesAsync();
        Say(link, now);
    }

    private static async Task Reset(IServiceProvider services, Person person)
    {
        await AccountActions.ResetSecondFactor(
            services.GetRequiredService<MestringDb>(), services.GetRequiredService<Audit>(), person, services.GetRequiredService<SiteAddress>(), default, Now(services), CancellationToken.None);
        Console.WriteLine($"{person.Email} sets up a new second factor at the next sign-in.");
    }

    private static void Say(string link, DateTimeOffset now)
    {
        Console.WriteLine($"The person chooses a password here, once, before {(now + Accounts.LinkLength).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:");
        Console.WriteLine(link);
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static async Task<int> Refuse(int code, string why)
    {
        await Console.Error.WriteLineAsync($"mestring: {why}");
        return code;
    }

    private sealed record Listed(string Email, string Name, string State, bool SecondFactor, DateTimeOffset? SignedInAt, IReadOnlyList<string> Roles);
}

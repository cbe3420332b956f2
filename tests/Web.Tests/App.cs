using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Mestring.Web.Tests;

/// <summary>The whole application over an in-memory database and a clock that tests move: one a test.</summary>
internal sealed class App : WebApplicationFactory<Program>
{
    public static readonly DateTimeOffset Start = new(2027, 2, 11, 13, 3, 0, TimeSpan.Zero);

    /// <summary>What the operator says people open: not what requests of tests are made to, but this machine too.</summary>
    public const string Address = "http://localhost";

    private readonly TestDatabase _database;
    private readonly bool _demonstration;
    private readonly SqlCounter _sql = new();

    /// <param name="demonstration">Whether the demonstration is switched on (people may be picked on /sign-in).</param>
    /// <param name="database">Another than the usual one: a file where requests run at once, since one connection in memory takes them one by one.</param>
    public App(bool demonstration = false, TestDatabase? database = null) => (_demonstration, _database) = (demonstration, database ?? TestDatabase.Usual());

    public TestClock Clock { get; } = new(Start);

    /// <summary>SQL commands since <see cref="SqlCounter.Reset"/>.</summary>
    public SqlCounter Sql => _sql;

    /// <summary>Somebody who writes in between.</summary>
    public Rival Rival { get; } = new();

    /// <summary>A browser: keeps cookies, follows no redirects.</summary>
    public Browser Open(string language = "nb")
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return new Browser(client);
    }

    /// <summary>A browser in which a person with one role is signed in, second factor given.</summary>
    public async Task<Browser> As(Role role, string municipality = "", string network = "", string language = "nb")
    {
        var token = Sessions.NewToken();
        await Database(async db =>
        {
            var now = Clock.GetUtcNow();
            var person = new Person { Id = Guid.CreateVersion7(now), Email = $"{Guid.CreateVersion7(now)}@example.no", Name = $"Test {role}", CreatedAt = now };
            db.Persons.Add(person);
            db.PersonRoles.Add(new PersonRole
            {
                PersonId = person.Id,
                Role = role,
                Municipality = municipality.Length == 0 ? default : MunicipalityCode.Parse(municipality, null),
                Network = network,
                GrantedAt = now,
            });
            db.Sessions.Add(new Session { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now.AddDays(400), SecondFactorAt = now });
            await db.SaveChangesAsync();
            return 0;
        });
        var browser = Open(language);
        browser.Cookie($"{Sessions.CookieName}={token}");
        return browser;
    }

    public async Task<T> Database<T>(Func<MestringDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<MestringDb>());
    }

    public Task Database(Func<MestringDb, Task> act) => Database(async db =>
    {
        await act(db);
        return 0;
    });

    /// <summary>The same, seeing the rows of one municipality.</summary>
    public async Task<T> Database<T>(string municipality, Func<MestringDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Municipality = MunicipalityCode.Parse(municipality, null);
        return await ask(scope.ServiceProvider.GetRequiredService<MestringDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("Address", Address);
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        builder.UseWebRoot(Path.Combine(Sources(), "wwwroot"));
        builder.ConfigureAppConfiguration(c => c.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Demonstration"] = _demonstration ? "true" : "false",
            ["Data:Folder"] = Path.Combine(Path.GetTempPath(), "mestring-tests"),
        }));
        builder.ConfigureTestServices(s =>
        {
            s.RemoveAll<IDbContextOptionsConfiguration<MestringDb>>();
            s.AddDbContext<MestringDb>(db =>
            {
                _database.Use(db);
                db.AddInterceptors(_sql, Rival);
                // Some rows of many, in no order, are other rows another day.
                db.ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
            });
            s.RemoveAll<IHostedService>();
            s.AddSingleton<TimeProvider>(Clock);
            if (_demonstration)
            {
                s.AddSingleton(services => new DemonstrationSettings(isOn: true, services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()));
            }
        });
    }

    /// <summary>The folder of the application, with its style sheet and fonts.</summary>
    internal static string Sources() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/Web"));

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _database.Dispose();
    }
}

using System.Globalization;
using Mestring.Web;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mestring.Browser.Tests;

/// <summary>The real server on a loopback port with a demonstration of its own, and the machine's Chromium. Shared by all browser tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("mestring-browser-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public static string? Missing => Chromium is null ? "Chromium is not installed." : null;

    public string Address { get; private set; } = "";

    internal string CasesNetwork { get; private set; } = "";

    internal string FiguresNetwork { get; private set; } = "";

    internal string OpenNetwork { get; private set; } = "";

    private static string? Chromium => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        Directory.SetCurrentDirectory(Web());
        _server = Server.Build(["--urls", "http://127.0.0.1:0", "--Address", "http://127.0.0.1", "--Demonstration", "true", "--Data:Folder", _folder, "--Mail:IntervalSeconds", "1", "--environment", "Production", "--Logging:LogLevel:Default", "Error"]);
        await using (var scope = _server.Services.CreateAsyncScope())
        {
            await Server.Prepare(scope.ServiceProvider, CancellationToken.None);
            var db = scope.ServiceProvider.GetRequiredService<MestringDb>();
            var networks = await db.Networks.AsNoTracking().Where(n => n.Demonstration).ToListAsync();
            CasesNetwork = networks.Single(n => n.State == Core.Networks.NetworkState.Running && n.Programme == "hverdagsrehabilitering").Slug;
            FiguresNetwork = networks.Single(n => n.State == Core.Networks.NetworkState.Running && n.Programme == "utviklingshemming").Slug;
            OpenNetwork = networks.Single(n => n.State == Core.Networks.NetworkState.Open && n.Programme == "hverdagsrehabilitering").Slug;
        }

        await _server.StartAsync();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A window of a fresh profile.</summary>
    public async Task<IPage> Open(int width = 1280, int height = 900, string language = "nb-NO", bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            AcceptDownloads = true,
            JavaScriptEnabled = javaScript,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>The same, with a made-up person signed in as on the sign-in page.</summary>
    internal async Task<IPage> OpenAs(string name, int width = 1280, int height = 900, string language = "nb-NO", bool javaScript = true)
    {
        var page = await Open(width, height, language, javaScript);
        await page.GotoAsync("/sign-in");
        var option = await page.Locator("#person option").Filter(new() { HasText = name }).First.GetAttributeAsync("value");
        await page.SelectOptionAsync("#person", option!);
        await page.Locator("form[action='/sign-in/demonstration'] button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Address}/");
        return page;
    }

    /// <summary>The folder with the style sheet, as it is while developing.</summary>
    private static string Web([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/Web"));

    /// <summary>Keeps a picture for whoever looks at the test's results.</summary>
    internal static async Task Keep(IPage page, string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "pictures");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.png")), FullPage = true });
    }

    /// <summary>The picture of the README: the top of a page. Written into the repository only when asked to.</summary>
    internal static async Task Publish(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MESTRING_PICTURES") is "1")
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Web(), "../../docs/guide", name), Clip = new() { X = 0, Y = 0, Width = 1280, Height = 1500 }, FullPage = true });
        }
    }

    internal async Task<T> Database<T>(Func<MestringDb, Task<T>> ask, string? municipality = null)
    {
        await using var scope = _server!.Services.CreateAsyncScope();
        if (municipality is not null)
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Municipality = Core.Places.MunicipalityCode.Parse(municipality, null);
        }

        return await ask(scope.ServiceProvider.GetRequiredService<MestringDb>());
    }
}

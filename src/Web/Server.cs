using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mestring.Web.Access;
using Mestring.Web.Demonstration;
using Mestring.Web.Design;
using Mestring.Web.FollowUps;
using Mestring.Web.Imports;
using Mestring.Web.Networks;
using Mestring.Web.Places;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mestring.Web;

/// <summary>The composition root: everything is put together here, and only here.</summary>
internal static class Server
{
    /// <summary>Bytes of one field as it is sent; the longest text a page takes, with every letter written in twelve.</summary>
    private const int LongestField = 1024 * 1024;

    /// <exception cref="SettingsException">A setting is missing or cannot be read.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.Services.AddMestring(builder.Configuration);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
        });
        var app = builder.Build();
        _ = app.Services.GetRequiredService<SiteAddress>();
        Pipeline(app);
        Endpoints.Map(app);
        return app;
    }

    /// <summary>What every verb needs: the database, the settings, the clock.</summary>
    public static IServiceCollection AddMestring(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = DatabaseSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddDbContext<MestringDb>(settings.Use);
        services.AddSingleton(Programmes.Read(configuration));
        services.AddSingleton(MailSettings.Read(configuration, settings.Folder));
        services.AddSingleton(s => new DemonstrationSettings(configuration.GetValue("Demonstration", false), s.GetService<IServer>()));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => SiteAddress.Read(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddOptions<HostFilteringOptions>().Configure<SiteAddress>(SiteAddress.Limit);
        services.AddOptions<AntiforgeryOptions>().Configure<SiteAddress>((o, site) =>
        {
            o.Cookie.Name = site.Cookie("mestring-form");
            o.Cookie.SecurePolicy = site.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.Path = "/";
        });
        services.AddHostedService<Postman>();
        services.AddHostedService<WeeklyDigest>();
        services.AddSingleton<ImportJobs>();
        services.AddHostedService(s => s.GetRequiredService<ImportJobs>());
        services.AddHostedService<ImportSweeper>();
        services.AddHostedService<DraftSweeper>();
        services.AddHostedService<AccountSweeper>();
        AddRequest(services);
        // The framework looks for the end of a field from its start each time more of it has come: a few megabytes of it would cost half a minute.
        services.Configure<FormOptions>(o => o.ValueLengthLimit = LongestField);
        services.AddRazorComponents();
        services.AddAntiforgery();
        KeyProtection.Read(configuration)?.Use(services);
        services.AddDataProtection().SetApplicationName("mestring");
        services.AddSingleton<IXmlRepository, ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = s.GetRequiredService<IXmlRepository>()));
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRateLimiter(RateLimits.Set);
        services.AddHealthChecks().AddCheck<DatabaseIsReady>("database", tags: ["ready"]);
        services.AddResponseCompression(o => o.EnableForHttps = false);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        return services;
    }

    /// <summary>What each request has of its own.</summary>
    private static void AddRequest(IServiceCollection services)
    {
        services.AddScoped<Tenant>();
        services.AddScoped(s => s.GetRequiredService<Tenant>().Membership ?? throw new InvalidOperationException("The request is about no network the municipality is a member of."));
        services.AddScoped<Visitor>();
        services.AddScoped<Audit>();
        services.AddScoped<Drafts>();
        services.AddScoped<Speech>();
        services.AddScoped<Frame>();
        services.AddScoped(s => new Texts(s.GetRequiredService<Speech>().Language));
    }

    /// <summary>Prepares the database and serves until stopped.</summary>
    public static async Task Run(string[] args)
    {
        await using var app = Build(args);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await Prepare(scope.ServiceProvider, CancellationToken.None);
        }

        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(Greeting(addresses.FirstOrDefault() ?? "http://localhost:5000", app.Services.GetRequiredService<DemonstrationSettings>()));
        await app.WaitForShutdownAsync();
    }

    /// <summary>Brings the database up to date, with what every installation has from the start.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<MestringDb>();
        await db.Prepare(ct);
        await (services.GetService<KeyProtection>()?.SealOlder(db, ct) ?? Task.CompletedTask);
        await OlderOutcomes.Renew(db, services.GetRequiredService<Tenant>(), ct);
        await Seed(services, ct);
    }

    /// <summary>What every installation has from the start, and the demonstration where it is switched on.</summary>
    public static async Task Seed(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<MestringDb>();
        var programmes = services.GetRequiredService<Programmes>();
        await PlaceTable.Seed(db, ct);
        await HistoricalNetworks.Seed(db, programmes, ct);
        if (services.GetRequiredService<DemonstrationSettings>().IsOn)
        {
            await MadeUpNetworks.Fill(db, programmes, services.GetRequiredService<TimeProvider>(), ct);
        }
    }

    private static string Greeting(string address, DemonstrationSettings demonstration) => demonstration switch
    {
        { IsOn: true, ListensOnLoopback: true } => $"Mestring: {address} - a demonstration; choose a made-up person at {address}/sign-in",
        _ => $"Mestring: {address} - sign in at {address}/sign-in; make the first account with: mestring users add --role operator --email YOU",
    };

    private static void Pipeline(WebApplication app)
    {
        app.UseResponseCompression();
        app.Use((http, next) =>
        {
            // Where a form sent by the page itself leads is said, not followed: the module goes there, once.
            if (http.Request.Headers.ContainsKey("X-Form"))
            {
                http.Response.OnStarting(() =>
                {
                    http.Response.StatusCode = http.Response.StatusCode is StatusCodes.Status302Found ? StatusCodes.Status204NoContent : http.Response.StatusCode;
                    return Task.CompletedTask;
                });
            }

            return next(http);
        });
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(Failures.Handle);
        app.UseStatusCodePages(Failures.Explain);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=86400" });
        app.UseMiddleware<AnswerHead>();
        app.UseRouting();
        app.Use(async (http, next) =>
        {
            var services = http.RequestServices;
            var speech = services.GetRequiredService<Speech>();
            speech.Language = Speech.Of(http.Request);
            var visitor = services.GetRequiredService<Visitor>();
            await Sessions.Read(http, services.GetRequiredService<MestringDb>(), visitor, speech, services.GetRequiredService<DemonstrationSettings>(), services.GetRequiredService<TimeProvider>());
            speech.Language = Speech.Asked(http.Request) ?? speech.Language;
            Surroundings.Fill(http, services.GetRequiredService<Frame>(), visitor, services.GetRequiredService<DemonstrationSettings>(), services.GetRequiredService<Texts>());
            await next(http);
        });
        app.UseRateLimiter();
        app.UseMiddleware<QueryGuard>();
        app.UseMiddleware<DraftGuard>();
        app.UseMiddleware<Gatekeeper>();
        app.UseAntiforgery();
        app.UseMiddleware<TokenGuard>();
    }

    /// <summary>The folder with <c>wwwroot</c>: here while developing, beside the executable when published.</summary>
    private static string ContentRoot() =>
        Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), "wwwroot")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
}

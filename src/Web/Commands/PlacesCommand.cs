using System.CommandLine;
using System.Globalization;
using Mestring.Formats.Ssb;
using Mestring.Web.Design;
using Mestring.Web.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Commands;

/// <summary><c>mestring places</c>: municipalities and their population, from files of Statistics Norway or from its API.</summary>
internal static class PlacesCommand
{
    private const int Refused = 3;

    public static Command Create(string[] settings)
    {
        var file = new Argument<string?>("file") { Description = "KLASS 131 (codesAt) as JSON, or table 07459 as JSON-stat2 or CSV", Arity = ArgumentArity.ZeroOrOne };
        var fromSsb = new Option<bool>("--from-ssb") { Description = "Fetch the municipalities in force and their newest population from Statistics Norway" };
        var api = new Option<string>("--api") { Description = "Another address than Statistics Norway's", DefaultValueFactory = _ => SsbApi.Live.ToString() };
        var date = new Option<string?>("--date") { Description = "The day a KLASS list is that of, as 2026-01-01; else the date in the file's name, or today" };
        var import = new Command("import", "Read municipalities or populations. All of it is taken in, or nothing.") { file, fromSsb, api, date };
        import.SetAction((parsed, ct) => Import(settings, parsed.GetValue(file), parsed.GetValue(fromSsb), parsed.GetValue(api)!, parsed.GetValue(date), ct));
        return new Command("places", "Municipalities, and how many people live in them.") { import };
    }

    private static async Task<int> Import(string[] settings, string? file, bool fromSsb, string api, string? date, CancellationToken ct)
    {
        DateOnly? day = null;
        if (file is null != fromSsb)
        {
            return await Refuse(2, "give either a file or --from-ssb. Try: mestring places import --help");
        }

        if (date is not null)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
            {
                return await Refuse(2, $"--date is '{date}'. Write it as 2026-01-01.");
            }

            day = given;
        }

        if (!Uri.TryCreate(api.EndsWith('/') ? api : $"{api}/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return await Refuse(2, $"--api is '{api}'. Give an address such as {SsbApi.Live}");
        }

        return await Services.Use(settings, services => Import(services, file, address, day, ct));
    }

    private static async Task<int> Import(IServiceProvider services, string? file, Uri api, DateOnly? day, CancellationToken ct)
    {
        try
        {
            var today = services.GetRequiredService<TimeProvider>().Today();
            var read = file is null ? await Fetch(api, today, ct) : await PlacesFile.Read(file, day, today, ct);
            var done = await ImportPlaces.Run(services.GetRequiredService<MestringDb>(), read, ct);
            foreach (var line in done.Lines())
            {
                Console.WriteLine(line);
            }

            return 0;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return await Refuse(Refused, $"{file ?? api.ToString()}: {e.Message} Nothing was changed.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            return await Refuse(Refused, $"{api} cannot be reached: {e.Message} Nothing was changed. Download the files from ssb.no and import them instead.");
        }
    }

    private static async Task<PlacesRead> Fetch(Uri api, DateOnly today, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        return await StatisticsNorway.Read(http, api, today, ct);
    }

    private static async Task<int> Refuse(int code, string why)
    {
        await Console.Error.WriteLineAsync($"mestring: {why}");
        return code;
    }
}

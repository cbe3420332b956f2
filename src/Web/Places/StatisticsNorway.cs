using System.Net;
using System.Net.Mime;
using System.Text;
using Mestring.Core.Places;
using Mestring.Formats.JsonStat;
using Mestring.Formats.Ssb;

namespace Mestring.Web.Places;

/// <summary>Asks Statistics Norway for the municipalities in force today and their newest population.</summary>
internal static class StatisticsNorway
{
    /// <param name="http">Sends the questions.</param>
    /// <param name="api">Such as <see cref="SsbApi.Live"/>, with a slash at the end.</param>
    /// <param name="today">The day asked about.</param>
    /// <param name="ct">Stops the asking.</param>
    /// <exception cref="FormatException">It refused, or answered something else than it should; the message says what and what to do.</exception>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    public static async Task<PlacesRead> Read(HttpClient http, Uri api, DateOnly today, CancellationToken ct)
    {
        using var places = await Ask(http, SsbApi.Municipalities(api, today), ct);
        await Accept(places, ct);
        await using var list = await places.Content.ReadAsStreamAsync(ct);
        var municipalities = await KlassAnswer.ReadAsync(list, today, PlacesFile.Counties(), ct);
        return new PlacesRead(today, municipalities, await Populations(http, api, today.Year, [.. municipalities.Select(m => m.Code)], ct));
    }

    /// <summary>1 January is counted late in February: until then the year before is the newest.</summary>
    private static async Task<IReadOnlyList<Population>> Populations(HttpClient http, Uri api, int year, IReadOnlyList<MunicipalityCode> codes, CancellationToken ct)
    {
        using var newest = await Ask(http, SsbApi.Population(api, year, codes), ct);
        if (newest.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            using var before = await Ask(http, SsbApi.Population(api, year - 1, codes), ct);
            return await Populations(before, ct);
        }

        return await Populations(newest, ct);
    }

    private static async Task<IReadOnlyList<Population>> Populations(HttpResponseMessage reply, CancellationToken ct)
    {
        await Accept(reply, ct);
        await using var table = await reply.Content.ReadAsStreamAsync(ct);
        return PopulationTable.FromJsonStat(await JsonStatReader.ReadAsync(table, ct));
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient http, SsbRequest request, CancellationToken ct)
    {
        if (request.Json is null)
        {
            return await http.GetAsync(request.Address, ct);
        }

        using var question = new StringContent(request.Json, Encoding.UTF8, MediaTypeNames.Application.Json);
        return await http.PostAsync(request.Address, question, ct);
    }

    private static async Task Accept(HttpResponseMessage reply, CancellationToken ct)
    {
        if (!reply.IsSuccessStatusCode)
        {
            throw new FormatException(SsbApi.Explain((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(ct)));
        }
    }
}

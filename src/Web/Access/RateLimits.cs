using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Mestring.Web.Design;
using Microsoft.AspNetCore.RateLimiting;

namespace Mestring.Web.Access;

/// <summary>
/// How often one address may send the forms that anybody can send. Generous to people, who also send a form to add a line to it; a program
/// that fills the list of enrolments or somebody's mailbox is stopped. Counted in each instance by itself.
/// </summary>
internal static class RateLimits
{
    /// <summary>The policy's name, beside the routes it holds for.</summary>
    public const string ByAddress = "by-address";

    /// <summary>Forms an address may send in <see cref="Window"/>.</summary>
    public const int Most = 60;

    /// <summary>The policy of signing in, beside its route: a whole municipality may come from one address at the start of a shift.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>Tries to sign in that an address may send in <see cref="Window"/>.</summary>
    public const int MostSignIns = 600;

    /// <summary>The time they are counted over.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int NetworkBytes = 8;

    public static void Set(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) => new ValueTask(Explain(rejected.HttpContext));
        limits.AddPolicy(ByAddress, http => Partition(http, Most));
        limits.AddPolicy(SignIns, http => Partition(http, MostSignIns));
    }

    private static RateLimitPartition<string> Partition(HttpContext http, int most) => RateLimitPartition.GetFixedWindowLimiter(
        $"{http.GetEndpoint()?.DisplayName} {Key(http.Connection.RemoteIpAddress)}", _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });

    /// <summary>The address; of IPv6 its network, since one machine may use any address in it.</summary>
    internal static string Key(IPAddress? address) => address switch
    {
        null => string.Empty,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    private static Task Explain(HttpContext http)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        http.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return NoticePage.Show(
            new Notice(texts["access.too-often.title"], texts["access.too-often.text", (int)Window.TotalMinutes]), StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }
}

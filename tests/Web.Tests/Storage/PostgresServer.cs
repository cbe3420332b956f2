using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mestring.Web.Tests.Storage;

/// <summary>
/// A PostgreSQL server of the tests' own: a temporary data folder, loopback only, started once a test run and stopped
/// with it. Where the server's programs are missing, <see cref="Missing"/> says so.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<(string? Connection, string? Missing)> Running = new(Start);

    /// <summary>Why there is no server; null when there is one.</summary>
    public static string? Missing => Running.Value.Missing;

    /// <summary>A connection to the database of this name.</summary>
    public static string Connection(string database) => $"{Running.Value.Connection};Database={database}";

    private static (string? Connection, string? Missing) Start()
    {
        if (Programs() is not { } bin)
        {
            return (null, "PostgreSQL's server programs are not installed.");
        }

        var folder = Directory.CreateTempSubdirectory("mestring-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        if (IsRoot)
        {
            // The server refuses to run as root; the package made an account for it.
            Run("chown", ["postgres", folder]);
        }

        As(Path.Combine(bin, "initdb"), ["-D", data, "-U", "mestring", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        As(Path.Combine(bin, "pg_ctl"), ["-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            As(Path.Combine(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
            Directory.Delete(folder, recursive: true);
        };
        return ($"Host=127.0.0.1;Port={port};Username=mestring;Maximum Pool Size=5", null);
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static bool IsRoot => !OperatingSystem.IsWindows() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private static void As(string program, string[] arguments)
    {
        if (IsRoot)
        {
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() })!;
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {process.StandardError.ReadToEnd()}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

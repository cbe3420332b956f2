using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mestring.Web.Tests.Storage;

/// <summary>A mail server on loopback that takes mails and can misbehave: refuse a recipient for good or for now, hang up, or never answer.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Recipients whose mail was taken, in order.</summary>
    public List<string> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var line = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var recipient = string.Empty;
        try
        {
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_stop.Token) is { } said)
            {
                switch (said.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    case "RCPT":
                        recipient = said[(said.IndexOf('<', StringComparison.Ordinal) + 1)..said.IndexOf('>', StringComparison.Ordinal)];
                        if (recipient.StartsWith("hang", StringComparison.Ordinal))
                        {
                            await Task.Delay(Timeout.Infinite, _stop.Token);
                        }

                        if (recipient.StartsWith("drop", StringComparison.Ordinal))
                        {
                            return;
                        }

                        await writer.WriteLineAsync(recipient.StartsWith("refuse", StringComparison.Ordinal) ? "550 no such user" : recipient.StartsWith("later", StringComparison.Ordinal) ? "451 try later" : "250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        while (await reader.ReadLineAsync(_stop.Token) is { } body && body is not ".")
                        {
                        }

                        Taken.Add(recipient);
                        await writer.WriteLineAsync("250 taken");
                        break;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the other end has hung up.
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FasterMoney.Tests.Support;

/// <summary>The line between a browser and the application, which can be cut and mended.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = [];
    private readonly Uri _application;
    private readonly Task _listening;
    private volatile bool _isCut;

    public CutLine(Uri application)
    {
        _application = application;
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>Where a browser finds the application.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public void Cut()
    {
        _isCut = true;
        foreach (var client in _open.Keys)
            client.Close();
    }

    public void Mend() => _isCut = false;

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        _open[browser] = _open[server] = true;
        try
        {
            if (_isCut)
                return;
            await server.ConnectAsync(_application.Host, _application.Port);
            await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(browser.GetStream()));
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or hung up by either side.
        }
        finally
        {
            _open.TryRemove(browser, out _);
            _open.TryRemove(server, out _);
            browser.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _listening;
        _listener.Dispose();
    }
}

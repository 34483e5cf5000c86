using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FasterMoney.Tests.Support;

/// <summary>The program itself, as an operator starts it.</summary>
public sealed class StartedProgram : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _program;

    private StartedProgram(string environment, int port, string[] settings)
    {
        _program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, "--urls", $"http://127.0.0.1:{port}", "--environment", environment, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(SourceFiles.Root, "FasterMoney.Web"),
        })!;
        _program.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _program.ErrorDataReceived += (_, line) => _lines.Enqueue("On standard error: " + line.Data);
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();
    }

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<StartedProgram> StartAsync(string environment, int port, params string[] settings)
    {
        var program = new StartedProgram(environment, port, settings);
        await Eventually.TrueAsync(() => program._program.HasExited || program._lines.Any(line => line.Contains("Application started.")));
        program._lines.Should().Contain(line => line.Contains("Application started."), "all was: {0}", string.Join('\n', program._lines));
        return program;
    }

    /// <summary>What it says until it serves; then it is stopped.</summary>
    public static async Task<IReadOnlyCollection<string>> UntilStartedAsync(string environment, params string[] settings)
    {
        await using var program = await StartAsync(environment, port: 0, settings);
        await program.KillAsync();
        return program._lines;
    }

    /// <summary>A port of this machine on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _program.Kill();
        await _program.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_program.HasExited)
            await KillAsync();
        _program.Dispose();
    }
}

using System.Runtime.InteropServices;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Cli;

/// <summary>Something the program does instead of serving, and then exits.</summary>
public abstract class Verb
{
    /// <summary>Does it. Throws <see cref="StartRefused"/> with a reason when it cannot.</summary>
    public abstract Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken);

    /// <summary>Runs for the terminal: Ctrl+C stops it, and one line says what went wrong. Returns the exit code.</summary>
    public async Task<int> RunAndExitAsync(IServiceProvider services)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, stop));
        try
        {
            await RunAsync(services, Console.Out, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new StartRefused("Stopped before it was done.");
        }
        catch (Exception problem) when (problem is not StartRefused)
        {
            throw new StartRefused($"It failed: {problem.GetBaseException().Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

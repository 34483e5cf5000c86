using System.Collections.Concurrent;
using System.Diagnostics;

namespace FasterMoney.Tests.Support;

/// <summary>The program itself, as an operator starts it.</summary>
public static class StartedProgram
{
    /// <summary>What it says until it serves; then it is stopped.</summary>
    public static async Task<IReadOnlyCollection<string>> UntilStartedAsync(string environment, params string[] settings)
    {
        var lines = new ConcurrentQueue<string>();
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--environment", environment, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(SourceFiles.Root, "FasterMoney.Web"),
        })!;
        program.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        program.ErrorDataReceived += (_, line) => lines.Enqueue("On standard error: " + line.Data);
        try
        {
            program.BeginOutputReadLine();
            program.BeginErrorReadLine();
            await Eventually.TrueAsync(() => program.HasExited || lines.Any(line => line.Contains("Application started.")));
        }
        finally
        {
            program.Kill();
        }

        await program.WaitForExitAsync();
        lines.Should().Contain(line => line.Contains("Application started."), "all was: {0}", string.Join('\n', lines));
        return lines;
    }
}

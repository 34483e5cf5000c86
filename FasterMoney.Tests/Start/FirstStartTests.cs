using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Start;

/// <summary>What the console says when the program itself starts on an empty folder.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task The_first_start_of_a_newcomer_is_without_a_warning()
    {
        var lines = await StartAsync("Development");

        lines.Should().Contain(line => line.StartsWith("Sample account: "));
        lines.Should().NotContain(line => line.Contains("not encrypted"));
    }

    [Fact]
    public async Task In_production_it_says_in_plain_words_from_whom_to_keep_the_keys()
    {
        var lines = await StartAsync("Production");

        lines.Should().ContainSingle(line => line.Contains("not encrypted")).Which.Should().Contain("/keys").And.Contain("backup");
    }

    private static async Task<IReadOnlyCollection<string>> StartAsync(string environment)
    {
        using var folder = new TemporaryFolder();
        var lines = new ConcurrentQueue<string>();
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--environment", environment, "--Data:Directory", folder.Path])
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
        lines.Should().Contain(line => line.Contains("Application started."));
        lines.Where(line => Regex.IsMatch(line, "^(warn|fail|crit)|^On standard error: .")).Should().BeEmpty("all was: {0}", string.Join('\n', lines));
        return lines;
    }
}

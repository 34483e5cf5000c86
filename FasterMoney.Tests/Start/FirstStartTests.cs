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
        var lines = await StartedProgram.UntilStartedAsync(environment, "--Data:Directory", folder.Path);
        lines.Where(line => Regex.IsMatch(line, "^(warn|fail|crit)|^On standard error: .")).Should().BeEmpty("all was: {0}", string.Join('\n', lines));
        return lines;
    }
}

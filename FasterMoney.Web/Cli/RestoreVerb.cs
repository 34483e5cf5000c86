using System.CommandLine;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Cli;

/// <summary>Puts a backup in the place of the configured database and key ring, and exits.</summary>
public sealed class RestoreVerb(string file) : Verb
{
    private static readonly Argument<string> Source = new("FILE") { Description = "An archive that backup wrote." };

    public static Command Describe() => new("restore", "Put a backup in the place of database and keys, and exit.") { Source };

    public static RestoreVerb Read(ParseResult line) => new(line.GetRequiredValue(Source));

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SqliteArchive>().RestoreAsync(file, cancellationToken);
        await output.WriteLineAsync($"Restored from {Path.GetFullPath(file)}.");
    }
}

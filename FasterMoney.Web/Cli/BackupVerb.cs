using System.CommandLine;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Cli;

/// <summary>Writes database and key ring into one file while the application may be running, and exits.</summary>
public sealed class BackupVerb(string file) : Verb
{
    private static readonly Argument<string> Target = new("FILE") { Description = "The archive to write. Only a checked one takes its name." };

    public static Command Describe() => new("backup", "Copy database and keys into one checked file and exit.") { Target };

    public static BackupVerb Read(ParseResult line) => new(line.GetRequiredValue(Target));

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SqliteArchive>().WriteAsync(file, cancellationToken);
        await output.WriteLineAsync($"Backed up to {Path.GetFullPath(file)}. It holds customers' data and keys: keep it safe.");
    }
}

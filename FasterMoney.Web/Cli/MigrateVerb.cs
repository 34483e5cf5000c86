using System.CommandLine;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Cli;

/// <summary>Applies migrations and exits.</summary>
public sealed class MigrateVerb : Verb
{
    public static Command Describe() => new("migrate", "Apply migrations to the configured database and exit.");

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var applied = await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await output.WriteLineAsync(applied.Count == 0
            ? "The database is up to date."
            : $"Applied {Counted.Of(applied.Count, "migration")}: {string.Join(", ", applied)}.");
    }
}

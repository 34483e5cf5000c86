using System.CommandLine;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Cli;

/// <summary>Holds every message that would leave, and ends sign-ins and one-time links, as restore does by itself, and exits.</summary>
public sealed class HoldMessagesVerb : Verb
{
    public static Command Describe() => new("hold-messages", "Hold every message that would leave until an owner decides, end open invitations, one-time links and sign-ins, and exit. For after a restore by the database's own tools.");

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await using var db = await services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync(cancellationToken);
        var (held, ended) = await AfterRestore.StopAsync(db, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
        await output.WriteLineAsync(held == 0
            ? "Nothing was about to leave."
            : $"{Counted.Of(held, "message")} {Counted.Fitting(held, "is", "are")} held. Owners find them under Messages.");
        await output.WriteLineAsync(ended == 0
            ? "Everybody signs in again."
            : $"Everybody signs in again. {Counted.Of(ended, "open invitation")} ended; owners see them under Settings, People.");
    }
}

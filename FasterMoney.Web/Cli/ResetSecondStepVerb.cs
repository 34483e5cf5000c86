using System.CommandLine;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Cli;

/// <summary>Turns off the second step of a person who lost the phone and the recovery codes, and exits.</summary>
public sealed class ResetSecondStepVerb(string email) : Verb
{
    private static readonly Argument<string> Email = PersonArgument.New();

    public static Command Describe() => new("reset-second-step", "Turn off a person's second step of signing in, and exit.") { Email };

    public static ResetSecondStepVerb Read(ParseResult line) => new(line.GetRequiredValue(Email));

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var db = await services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync(cancellationToken);
        var person = await PersonArgument.FindAsync(db, services.GetRequiredService<ILookupNormalizer>(), email, cancellationToken);
        await Recovery.ResetSecondStepAsync(db, person, PersonArgument.Terminal, now, cancellationToken);
        await output.WriteLineAsync($"{person.Email} signs in with the password alone from now on, and is signed out everywhere.");
    }
}

using System.CommandLine;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Cli;

/// <summary>Prints a one-time address at which a person sets a new password, and exits.</summary>
public sealed class ResetPasswordVerb(string email) : Verb
{
    private static readonly Argument<string> Email = PersonArgument.New();

    public static Command Describe() => new("reset-password", "Print a one-time address at which a person sets a new password, and exit.") { Email };

    public static ResetPasswordVerb Read(ParseResult line) => new(line.GetRequiredValue(Email));

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var db = await services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync(cancellationToken);
        var person = await PersonArgument.FindAsync(db, services.GetRequiredService<ILookupNormalizer>(), email, cancellationToken);
        var path = await Recovery.MakeLinkAsync(db, person, SecretCode.New(), PersonArgument.Terminal, now, $"made a link by which {person.DisplayName} sets a new password", cancellationToken);
        await output.WriteLineAsync($"""
            {services.GetRequiredService<OwnAddress>().Configured}{path}
            It works once, for 30 minutes, and signs {person.Email} out everywhere when it is used.
            If people reach the application by another name, put that name in its place.
            """);
    }
}

/// <summary>A person whom a verb is about, by their e-mail address.</summary>
internal static class PersonArgument
{
    /// <summary>Who acts when somebody at the terminal does.</summary>
    public static readonly Actor Terminal = new(null, "Whoever runs the server");

    public static Argument<string> New()
    {
        var argument = new Argument<string>("EMAIL") { Description = "The e-mail address that the person signs in with." };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !EmailAddress.Check(token.Value).IsAllowed)
                result.AddError($"\"{token.Value}\" is not an e-mail address.");
        });
        return argument;
    }

    public static async Task<Person> FindAsync(FasterMoneyDb db, ILookupNormalizer normalizer, string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email.Trim());
        return await db.Users.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellationToken)
            ?? throw new StartRefused($"Nobody here signs in with {email}.");
    }
}

using System.CommandLine;

namespace FasterMoney.Web.Cli;

/// <summary>The verbs there are: name, shape of the arguments, and how a parsed line becomes the verb.</summary>
public sealed record Verbs(string Name, Func<Command> Describe, Func<ParseResult, Verb> Read)
{
    public static IReadOnlyList<Verbs> All { get; } =
    [
        new("migrate", MigrateVerb.Describe, _ => new MigrateVerb()),
        new("seed", SeedVerb.Describe, SeedVerb.Read),
        new("backup", BackupVerb.Describe, BackupVerb.Read),
        new("restore", RestoreVerb.Describe, RestoreVerb.Read),
        new("hold-messages", HoldMessagesVerb.Describe, _ => new HoldMessagesVerb()),
        new("reset-password", ResetPasswordVerb.Describe, ResetPasswordVerb.Read),
        new("reset-second-step", ResetSecondStepVerb.Describe, ResetSecondStepVerb.Read),
        new("export-activity", ExportActivityVerb.Describe, ExportActivityVerb.Read),
    ];
}

using System.CommandLine;
using System.Globalization;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Cli;

/// <summary>Writes the activity into a file, or says whether a row of it was changed or removed, and exits.</summary>
public sealed class ExportActivityVerb(string? file, string? site, DateOnly? from, DateOnly? to, bool verify) : Verb
{
    private static readonly Argument<string?> Target = new("FILE")
    {
        Description = "The file to write: JSON lines when it ends in .jsonl, otherwise CSV. With --verify, an earlier file of JSON lines to compare with.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Site = new("--site") { Description = "Only of the site with this name.", HelpName = "NAME" };
    private static readonly Option<DateOnly?> From = Day("--from", "The first day, such as 2026-03-31, in the site's time zone.");
    private static readonly Option<DateOnly?> To = Day("--to", "The last day.");
    private static readonly Option<bool> Verify = new("--verify") { Description = "Writes nothing; says whether a row was changed or removed." };

    public static Command Describe()
    {
        var command = new Command("export-activity", "Write the activity into a file, or verify it, and exit.") { Target, Site, From, To, Verify };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Target) is null && !result.GetValue(Verify))
                result.AddError("export-activity needs a FILE to write, or --verify.");
        });
        return command;
    }

    public static ExportActivityVerb Read(ParseResult line)
    {
        var (from, to, verify) = (line.GetValue(From), line.GetValue(To), line.GetValue(Verify));
        if (verify && (from ?? to) is not null)
            throw new StartRefused("--verify looks at the whole activity: leave out --from and --to.", StartRefused.AskedWrongly);

        return from > to
            ? throw new StartRefused("--from is after --to.", StartRefused.AskedWrongly)
            : new ExportActivityVerb(line.GetValue(Target), line.GetValue(Site), from, to, verify);
    }

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await using var db = await services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync(cancellationToken);
        var sites = await SitesAsync(db, cancellationToken);
        if (verify)
            await output.WriteLineAsync(await VerifyAsync(db, sites, cancellationToken));
        else
            await output.WriteLineAsync($"{Counted.Of(await WriteAsync(db, sites, cancellationToken), "entry", "entries")} of {Counted.Of(sites.Count, "site")} written to {Path.GetFullPath(file!)}.");
    }

    private async Task<List<Site>> SitesAsync(FasterMoneyDb db, CancellationToken cancellationToken)
    {
        var all = await db.Sites.AsNoTracking().OrderBy(known => known.CreatedAt).ThenBy(known => known.Id).ToListAsync(cancellationToken);
        var wanted = site is null ? all : all.FindAll(known => string.Equals(known.Name, site.Trim(), StringComparison.OrdinalIgnoreCase));
        return wanted.Count > 0 || site is null
            ? wanted
            : throw new StartRefused($"There is no site named \"{site}\". There is: {string.Join(", ", all.Select(known => known.Name).DefaultIfEmpty("none"))}.", StartRefused.AskedWrongly);
    }

    private async Task<long> WriteAsync(FasterMoneyDb db, List<Site> sites, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(file!);
        if (Directory.Exists(target) || !Directory.Exists(Path.GetDirectoryName(target)))
            throw new StartRefused($"{target} cannot be written: name a file in a folder that exists.", StartRefused.AskedWrongly);

        // Only a whole file takes the name.
        var unfinished = $"{target}.{Guid.NewGuid():n}.unfinished";
        try
        {
            long count;
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                var format = target.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? ActivityFormat.JsonLines : ActivityFormat.Csv;
                count = await ActivityRows.WriteAsync(db, sites, from, to, format, stream, cancellationToken);
            }

            File.Move(unfinished, target, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<string> VerifyAsync(FasterMoneyDb db, List<Site> sites, CancellationToken cancellationToken)
    {
        var found = await ActivityCheck.OfAsync(db, sites, cancellationToken);
        var inFile = file is null ? null : await ActivityCheck.OfAsync(db, File.ReadLinesAsync(Earlier(file), cancellationToken), cancellationToken);
        string[] wrong = [.. found.Findings, .. inFile?.Findings ?? []];
        return wrong.Length == 0
            ? $"{Counted.Of(found.Entries, "entry", "entries")} of {Counted.Of(sites.Count, "site")}: none was changed or removed{(inFile is null ? "" : $", and all {inFile.Entries} of the file are there")}."
            : throw new StartRefused(string.Join(Environment.NewLine, wrong));
    }

    private static string Earlier(string file) => File.Exists(file) ? file : throw new StartRefused($"There is no file {Path.GetFullPath(file)} to compare with.", StartRefused.AskedWrongly);

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} must be a day such as 2026-03-31.");
            return null;
        },
    };
}

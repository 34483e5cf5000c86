using System.CommandLine;
using System.Globalization;
using FasterMoney.Web.Data;
using FasterMoney.Web.Samples;

namespace FasterMoney.Web.Cli;

/// <summary>Fills the configured database with a repeatable business of a given size, and exits.</summary>
public sealed class SeedVerb(SeedOptions options) : Verb
{
    private static readonly Option<int> Customers = Number("--customers", "How many customers.", least: 1);
    private static readonly Option<int> Invoices = Number("--invoices", "How many invoices.", least: 0);
    private static readonly Option<int> Seed = Number("--seed", "The same number gives the same business.", least: 0);
    private static readonly Option<string?> Portal = WebAddress();
    private static readonly Option<string?> Links = new("--links") { Description = "A file that gets one live portal URL a line.", HelpName = "FILE" };
    private static readonly Option<bool> Force = new("--force") { Description = "Also into a database that already holds a business." };

    public SeedOptions Options => options;

    public static Command Describe() =>
        new("seed", "Fill the configured database with a repeatable business and exit.") { Customers, Invoices, Seed, Portal, Links, Force };

    public static SeedVerb Read(ParseResult line) => new(new SeedOptions(
        line.GetValue(Customers),
        line.GetValue(Invoices),
        line.GetValue(Seed),
        line.GetValue(Portal),
        line.GetValue(Links),
        line.GetValue(Force)));

    public override async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await output.WriteLineAsync(await services.GetRequiredService<SeedData>().RunAsync(options, new Lines(output), cancellationToken));
    }

    private static Option<int> Number(string name, string description, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        Required = true,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
                return number;
            result.AddError($"{name} must be a whole number from {least} to {int.MaxValue}.");
            return 0;
        },
    };

    private static Option<string?> WebAddress()
    {
        var option = new Option<string?>("--portal") { Description = "The base address of the portal route, for example https://pay.example.com.", HelpName = "URL" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")))
                result.AddError("--portal must be a web address such as https://pay.example.com.");
        });
        return option;
    }

    // Progress<T> reports on the thread pool, where lines overtake each other.
    private sealed class Lines(TextWriter output) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => output.WriteLine($"{value.What}: {value.Done} of {value.Total}");
    }
}

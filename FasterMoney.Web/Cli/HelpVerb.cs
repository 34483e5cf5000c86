using System.CommandLine;

namespace FasterMoney.Web.Cli;

/// <summary>--help and --version.</summary>
public sealed class HelpVerb(ParseResult line) : Verb
{
    public override Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken) =>
        line.InvokeAsync(new InvocationConfiguration { Output = output }, cancellationToken);
}

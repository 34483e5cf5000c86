using System.CommandLine;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Cli;

/// <summary>What was typed behind the program's name: settings for any run, and perhaps a verb.</summary>
public sealed record CommandLine(string[] Settings, Verb? Verb)
{
    // What ASP.NET Core itself understands. Our own settings are told by the colon in their key.
    private static readonly string[] HostKeys =
    [
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "webroot", "applicationName", "preferHostingUrls",
        "suppressStatusMessages", "shutdownTimeoutSeconds", "staticWebAssets", "hostingStartupAssemblies", "AllowedHosts",
    ];

    /// <summary>Separates settings from the verb and its arguments, or refuses with one line that says what is wrong.</summary>
    public static CommandLine Read(string[] args)
    {
        var settings = new List<string>();
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                rest.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (args[i].Contains('='))
                continue;
            if (i + 1 == args.Length)
                throw Refused($"{args[i]} needs a value.");
            settings.Add(args[++i]);
        }

        return new CommandLine([.. settings], ReadVerb(rest));
    }

    private static bool IsSetting(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal))
            return false;
        // A test host names the parents of its settings too, with nothing as their value.
        if (arg.EndsWith('='))
            return true;
        var key = arg[2..].Split('=')[0];
        return key.Contains(':') || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }

    private static Verb? ReadVerb(List<string> args)
    {
        if (args.Count == 0)
            return null;
        if (args[0] is not ("--help" or "-h" or "-?" or "--version"))
        {
            if (args[0].StartsWith('-'))
                throw Refused($"{args[0]} is not an option of the program. Settings look like --Database:Provider Postgres.");
            if (Verbs.All.All(verb => verb.Name != args[0]))
                throw Refused($"\"{args[0]}\" is not a verb. Use {string.Join(", ", Verbs.All.Select(verb => verb.Name))}, or no verb to serve.");
        }

        var root = new RootCommand("Faster Money. Without a verb it serves; settings such as --Database:Provider Postgres go with any run.");
        foreach (var verb in Verbs.All)
            root.Add(verb.Describe());
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
            throw Refused(string.Join(" ", result.Errors.Select(error => error.Message.ReplaceLineEndings(" "))));

        // The library's own actions are --help and --version; ours are not actions of the library.
        return result.Action is null
            ? Verbs.All.Single(verb => verb.Name == result.CommandResult.Command.Name).Read(result)
            : new HelpVerb(result);
    }

    private static StartRefused Refused(string message) => new(message, StartRefused.AskedWrongly);
}

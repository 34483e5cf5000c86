using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds addresses of the workspace, of this computer and of private networks.</summary>
internal static partial class AddressReader
{
    private const string UsePlaceholder = "Take it out. For the customer's page of the invoice, use the portal link.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        var addresses = reading.Addresses;
        foreach (var address in addresses)
        {
            if (Judge(address, facts) is { } judged)
                yield return reading.Finds(FindingCode.AdminAddress, judged.Weight, address.Start, address.Length, judged.Reason, UsePlaceholder);
        }

        foreach (Match path in OwnPath().Matches(reading.Text))
            yield return reading.Finds(FindingCode.AdminAddress, FindingWeight.Blocking, path.Index, path.Length, "This is the address of a page of your workspace.", UsePlaceholder);

        // A business may have its customers' pages at the same host.
        var ofCustomers = addresses.Where(address => PortalAddress.Of(address, facts.Portal) is not null).ToList();
        foreach (var host in Outside(ofCustomers, Spelled(facts.AdminHosts).Matches(reading.Plain)))
        {
            yield return reading.Finds(FindingCode.AdminAddress, FindingWeight.Blocking, host.Index, host.Length,
                "This spells out an address of your workspace. Customers cannot sign in there.", UsePlaceholder);
        }

        // As part of an address it was judged above: a business that tries things out has its customer pages there.
        foreach (var name in Outside(addresses, OwnMachine().Matches(reading.Text)))
        {
            yield return reading.Finds(FindingCode.AdminAddress, FindingWeight.Blocking, name.Index, name.Length,
                "This names a computer that your customer cannot reach.", UsePlaceholder);
        }
    }

    private static IEnumerable<Match> Outside(List<WebAddress> addresses, MatchCollection matches)
    {
        var next = 0;
        foreach (Match match in matches)
        {
            while (next < addresses.Count && addresses[next].Start + addresses[next].Length <= match.Index)
                next++;

            if (next >= addresses.Count || match.Index < addresses[next].Start)
                yield return match;
        }
    }

    // "app . northwind . example", "app dot northwind dot example"
    private static Regex Spelled(IReadOnlyCollection<string> hosts)
    {
        var dot = $@"(?: ?[\(\[]? ?(?:\.|\b(?:{LanguageWords.Any(words => words.DotWords)})\b) ?[\)\]]? ?)";
        var names = hosts.Select(host => host.Split(':')[0]).Where(host => host.Contains('.')).Distinct().Select(host => string.Join(dot, host.Split('.').Select(Regex.Escape)));
        var spelled = string.Join('|', names);
        return new Regex(spelled.Length > 0 ? $@"(?<![\p{{L}}\p{{N}}\-])(?:{spelled})(?![\p{{L}}\p{{N}}\-])" : "(?!)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    internal static (FindingWeight Weight, string Reason)? Judge(WebAddress address, CheckFacts facts)
    {
        if (PortalAddress.Of(address, facts.Portal) is { } portal)
            return portal.IsPreview ? (FindingWeight.Blocking, "This is the address of your own preview, with a code that works once.") : null;

        if (IsOf(address, facts.AdminHosts))
            return (FindingWeight.Blocking, "This is an address of your workspace. Customers cannot sign in there.");

        if (PrivateHosts.Contains(address.Host) || (address.Scheme.Length > 0 && PrivateHosts.IsReachedBy(address.Host)))
        {
            return IsBareNumber(address)
                ? null
                : (FindingWeight.Blocking, "This address leads to a computer or a network that your customer cannot reach.");
        }

        return JudgePath(address);
    }

    // The same pages may live at a host that nobody told of.
    private static (FindingWeight Weight, string Reason)? JudgePath(WebAddress address)
    {
        var (route, query) = (address.Route, address.Query);
        if (OwnRoute().IsMatch(route) || (route == "/money" && query.Contains("invoice=", StringComparison.Ordinal))
            || (route == "/messages" && query.Contains("message=", StringComparison.Ordinal)))
        {
            return (FindingWeight.Blocking, "This is the address of a page of your workspace.");
        }

        return MaybeOwnRoute().IsMatch(route)
            ? (FindingWeight.Warning, "This looks like an address of your workspace.")
            : null;
    }

    private static bool IsOf(WebAddress address, IReadOnlyCollection<string> hosts) => hosts.Any(host =>
        string.Equals(host, address.Authority, StringComparison.OrdinalIgnoreCase)
        || (address.Port.Length == 0 && host.LastIndexOf(':') is > 0 and var at && !host.EndsWith(']') && string.Equals(host[..at], address.Host, StringComparison.OrdinalIgnoreCase)));

    // 10.0.0.1 may be the number of a version.
    private static bool IsBareNumber(WebAddress address) =>
        address.Scheme.Length == 0 && address.Port.Length == 0 && address.Path.Length == 0 && address.Host.StartsWith("10", StringComparison.Ordinal);

    [GeneratedRegex("^/(settings/(site|portal|people|mail)|follow-ups|check|setup|import|preview/[0-9a-f-]{32,36}|invite/.+|invoices/(new|[0-9a-f-]{32,36}/edit)"
        + "|customers/(new|[0-9a-f-]{32,36})|messages/new|money/.+|account/(login|logout|passkeys?|password)(/.*)?)$")]
    private static partial Regex OwnRoute();

    [GeneratedRegex("^/(money|settings|settings/.+|account|account/.+|customers|customers/.+|messages)$")]
    private static partial Regex MaybeOwnRoute();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_./\-])/(money\?\S{3,}|settings/(site|portal|people|mail)|follow-ups\?\S+|messages\?\S+|customers/[0-9a-f-]{32,36}|account/(login|logout|passkeys|password)|invoices/[0-9a-f-]{32,36})\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnPath();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@.\-])localhost(?![\p{L}\p{N}_\-])", RegexOptions.IgnoreCase)]
    private static partial Regex OwnMachine();
}

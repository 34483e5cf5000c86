using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds links that lead elsewhere than they say, and web addresses that nobody told of.</summary>
internal static partial class TargetReader
{
    private const string TakeOut = "Take it out, or write the address that it should lead to.";

    // Endings of bare hosts; many others are words of a sentence, or endings of files.
    private static readonly HashSet<string> Endings =
        [.. "com net org info biz eu de fr es it ch at nl be uk us ca jp example test io dev app shop store online site xyz top club link click page cloud pay money finance bank ru cn br in pl pt se dk no".Split(' ')];

    public static IEnumerable<Finding> Find(ReadableText reading, string typed, CheckFacts facts, OwnHosts own)
    {
        var isTold = new HashSet<int>();
        foreach (Match link in Linked().Matches(reading.Text))
        {
            var target = WebAddress.In(link.Groups["target"].Value).FirstOrDefault();
            var shown = WebAddress.In(link.Groups["shown"].Value).FirstOrDefault(address => own.Contains(address.Host));
            if (target is null || shown is null || own.Contains(target.Host))
                continue;

            isTold.UnionWith(Enumerable.Range(link.Index, link.Length));
            yield return reading.Finds(FindingCode.MisleadingLink, FindingWeight.Blocking, link.Index, link.Length, $"This link shows {shown.Host} and leads to {target.Host}.", TakeOut);
        }

        foreach (var address in reading.Addresses.Where(address => !isTold.Contains(address.Start)))
        {
            if (Judge(reading, typed, address, facts, own) is var (code, weight, reason, fix))
                yield return reading.Finds(code, weight, address.Start, address.Length, reason, fix);
        }
    }

    private static (FindingCode Code, FindingWeight Weight, string Reason, string Fix)? Judge(ReadableText reading, string typed, WebAddress address, CheckFacts facts, OwnHosts own)
    {
        if (address.User.Length > 0 && address.Scheme.Length > 0)
            return (FindingCode.MisleadingLink, FindingWeight.Blocking, $"What stands before the @ is no address: this leads to {address.Host}.", TakeOut);

        if (own.Contains(address.Host) || string.Equals(address.Authority, facts.Portal?.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return IsInOtherScript(reading, typed, address)
                ? (FindingCode.MisleadingLink, FindingWeight.Blocking, $"Letters of another script make this look like {address.Host}.", TakeOut)
                : null;
        }

        if (own.Resembled(address.Host) is { } resembled)
            return (FindingCode.MisleadingLink, FindingWeight.Blocking, $"This only looks like {resembled}; it leads to {address.Host}.", TakeOut);

        return address.User.Length == 0 && IsOfTheWeb(address) && !PublicServices.Contains(address.Host) && AddressReader.Judge(address, facts) is null
            ? (FindingCode.UnknownLink, FindingWeight.Warning, $"This leads to {address.Host}, which is not one of your web sites.", "Keep it only if you know where it leads.")
            : null;
    }

    private static bool IsOfTheWeb(WebAddress address) => address.Scheme is "http" or "https"
        || (address.Scheme.Length == 0 && address.Host.Contains('.') && !address.Host.Any(char.IsWhiteSpace)
            && (address.Host.StartsWith("www.", StringComparison.Ordinal)
                || (Endings.Contains(address.Host[(address.Host.LastIndexOf('.') + 1)..]) && address.Host.LastIndexOf('.') > 2 && address.Host.All(char.IsAscii) && !char.IsAsciiLetterUpper(address.Written[^1]))));

    private static bool IsInOtherScript(ReadableText reading, string typed, WebAddress address)
    {
        var at = address.Start + address.Scheme.Length;
        var (start, length) = reading.Typed(at, Math.Min(address.Length - address.Scheme.Length, address.Host.Length + 3));
        return start + length <= typed.Length && typed.AsSpan(start, length).ContainsAnyInRange('\u0370', '\u058f');
    }

    [GeneratedRegex(@"<a\b[^<>]{0,300}?href ?= ?[""']?(?<target>[^""'\s<>]{4,400})[^<>]{0,200}>(?<shown>[^<>]{1,200})</a>|\[(?<shown>[^\[\]\n]{4,200})\]\( ?<?(?<target>[^\s()<>]{4,400})[^()\n]{0,100}\)", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();
}

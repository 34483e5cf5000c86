namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Hosts that belong to the business or to the customer, and what only looks like one of them.</summary>
internal sealed class OwnHosts
{
    private static readonly HashSet<string> SharedMail =
    [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "gmx.ch", "gmx.at", "web.de", "t-online.de",
        "orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "bluewin.ch", "proton.me", "protonmail.com", "mail.com", "yahoo.fr", "yahoo.de", "yahoo.es", "hotmail.fr", "hotmail.es",
    ];

    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);

    public OwnHosts(CheckFacts facts)
    {
        _domains.UnionWith(facts.OwnSites.Select(site => WithoutWww(site.ToLowerInvariant())));
        _domains.UnionWith(facts.OwnEmails.Select(DomainOf).Where(domain => domain.Length > 0 && !SharedMail.Contains(domain)));
        if (facts.Portal is { } portal)
            _domains.Add(Registered(portal.Authority.Split(':')[0]));
    }

    /// <summary>The part behind the @, in lower case; empty when there is none.</summary>
    public static string DomainOf(string email) => email[(email.LastIndexOf('@') is >= 0 and var at ? at + 1 : email.Length)..].Trim().ToLowerInvariant();

    /// <summary>Whether a host, in lower case, is one of them or below one.</summary>
    public bool Contains(string host)
    {
        for (var rest = host; ; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (_domains.Contains(rest))
                return true;

            if (!rest.Contains('.'))
                return false;
        }
    }

    /// <summary>Whether a host, in lower case, is neither of them, nor looks like one, which is worse and told elsewhere.</summary>
    public bool IsStrange(string host) => !Contains(host) && Resembled(host) is null;

    /// <summary>The own host that another one, in lower case, only looks like; null when it looks like none.</summary>
    public string? Resembled(string host)
    {
        var name = NameOf(host);
        return _domains.FirstOrDefault(own => own.Contains('.') && (
            $".{host}".Contains($".{own}.", StringComparison.Ordinal)
            || (NameOf(own) is { Length: >= 6 } known && name != known
                && (Skeleton(name) == Skeleton(known) || name.Contains(known, StringComparison.Ordinal) || AreNear(name, known)))));
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // What a business registers: the last two parts of a host, or three below co.uk and the like.
    private static string Registered(string host)
    {
        var parts = host.Split('.');
        var count = parts.Length >= 3 && parts[^2].Length <= 3 && parts[^1].Length == 2 ? 3 : 2;
        return parts.Length <= count ? host : string.Join('.', parts[^count..]);
    }

    private static string NameOf(string host) => Registered(host).Split('.')[0];

    private static string Skeleton(string name) => name.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal)
        .Replace('0', 'o').Replace('1', 'l').Replace('i', 'l').Replace('5', 's').Replace("-", "", StringComparison.Ordinal);

    // One letter more, less or another one; in long names two.
    private static bool AreNear(string one, string other)
    {
        var most = other.Length >= 10 ? 2 : 1;
        if (Math.Abs(one.Length - other.Length) > most || one.Length > 70)
            return false;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var value = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], value);
            }
        }

        return row[^1] <= most;
    }
}

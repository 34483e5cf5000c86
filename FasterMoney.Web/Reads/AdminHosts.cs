using System.Collections.Concurrent;

namespace FasterMoney.Web.Reads;

/// <summary>The hosts that people of the sites work at: no text for a customer names one. Learned from where people are signed in.</summary>
public sealed class AdminHosts
{
    // A person could ask under any name; so many are enough for every honest one.
    private const int Most = 50;

    private readonly ConcurrentDictionary<string, bool> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> All => [.. _hosts.Keys];

    public void Note(string host)
    {
        if (host.Length > 0 && _hosts.Count < Most)
            _hosts.TryAdd(host.ToLowerInvariant(), true);
    }
}

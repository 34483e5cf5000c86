using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>
/// How fast failed tries may follow each other: some for nothing, then a wait that doubles with each. Nobody is locked out: a wait ends,
/// and what a stranger does slows down the stranger's network, not a device that its person signed in with before.
/// </summary>
/// <param name="Kind">Stored with each count: never rename one.</param>
/// <param name="Free">How many cost no wait.</param>
/// <param name="First">The wait after those.</param>
/// <param name="Longest">No wait is longer.</param>
/// <param name="Forgotten">A count is forgotten after so long without a try.</param>
/// <param name="EndsWithSuccess">Whether a success forgets the count, or gives back its own try alone.</param>
public sealed record TryRule(string Kind, int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgotten, bool EndsWithSuccess)
{
    /// <summary>One network, whoever it asks for: against one guess at many accounts.</summary>
    public static readonly TryRule Network = new("network", 30, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), EndsWithSuccess: false);

    /// <summary>One account from one network: against many guesses at one account.</summary>
    public static readonly TryRule Account = new("account", 5, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), EndsWithSuccess: true);

    /// <summary>One account from all networks together: against guesses that many machines share. Waits stay short, because strangers cause them.</summary>
    public static readonly TryRule Everywhere = new("everywhere", 100, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), EndsWithSuccess: false);

    /// <summary>One account on a device that it was signed in with before: no stranger has its cookie.</summary>
    public static readonly TryRule Device = Account with { Kind = "device" };

    /// <summary>The second step of one account: six digits are few.</summary>
    public static readonly TryRule Code = Account with { Kind = "code", Longest = TimeSpan.FromMinutes(15), Forgotten = TimeSpan.FromHours(24) };

    /// <summary>Letters asked for by one network, or to one address: against filling somebody's mailbox.</summary>
    public static readonly TryRule Letters = new("letters", 3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), EndsWithSuccess: false);

    /// <summary>How long to wait before the next try, after so many.</summary>
    public TimeSpan WaitAfter(int tries) =>
        tries < Free ? TimeSpan.Zero : tries - Free > 20 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (tries - Free)));

    public TryKey For(params string[] whom) =>
        new(this, $"{Kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', whom))).AsSpan(0, 16))}");

    /// <summary>The network of an address. A household or a server has a whole /64 of IPv6 to choose from.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();

        return address switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.ToString(),
        };
    }

    /// <summary>A wait in words.</summary>
    public static string InWords(TimeSpan wait) => (long)Math.Ceiling(Math.Max(1, wait.TotalSeconds)) switch
    {
        var seconds and < 90 => Counted.Of(seconds, "second"),
        var seconds => Counted.Of((seconds + 59) / 60, "minute"),
    };
}

/// <summary>Whose tries are counted, by which rule.</summary>
public sealed record TryKey(TryRule Rule, string Key);

using System.Net;
using System.Net.Sockets;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>
/// How often an address may fail to sign in, beside the lockout of an account: the lockout stops many guesses at one
/// account, this stops one guess at many. Successes are given back, so an office behind one address is not stopped.
/// Kept in memory and bounded: at its limit it forgets the windows that end first.
/// </summary>
public sealed class SignInTries(TimeProvider clock)
{
    public const int Most = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int MostAddresses = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tries> _byAddress = [];

    public int AddressesKept => _byAddress.Count;

    /// <summary>Takes one try; false when the address has none left, with the time until it has.</summary>
    public bool TryTake(IPAddress? address, out TimeSpan wait)
    {
        var key = KeyOf(address);
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_byAddress.TryGetValue(key, out var tries) || tries.Ends <= now)
            {
                MakeRoom(now);
                tries = new Tries(now + Window);
                _byAddress[key] = tries;
            }

            wait = tries.Ends - now;
            if (tries.Taken >= Most)
                return false;

            tries.Taken++;
            return true;
        }
    }

    /// <summary>Gives the try of a success back.</summary>
    public void GiveBack(IPAddress? address)
    {
        lock (_gate)
        {
            if (_byAddress.TryGetValue(KeyOf(address), out var tries) && tries.Taken > 0)
                tries.Taken--;
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_byAddress.Count < MostAddresses)
            return;

        foreach (var key in _byAddress.Where(entry => entry.Value.Ends <= now).Select(entry => entry.Key).ToList())
            _byAddress.Remove(key);

        if (_byAddress.Count >= MostAddresses)
        {
            foreach (var key in _byAddress.OrderBy(entry => entry.Value.Ends).Take(MostAddresses / 10).Select(entry => entry.Key).ToList())
                _byAddress.Remove(key);
        }
    }

    // One household or server has a whole /64 of IPv6 to choose from.
    private static string KeyOf(IPAddress? address)
    {
        if (address is null)
            return "";

        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private sealed class Tries(DateTimeOffset ends)
    {
        public DateTimeOffset Ends { get; } = ends;
        public int Taken { get; set; }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Counts misses of each address by the minute. A fixed number of counters, chosen by a keyed hash of the address, bounds
/// the memory however many addresses ask; two that share a counter can at worst read 429 where 404 was due.
/// </summary>
public sealed class PortalMisses(TimeProvider time)
{
    public const int MostEachMinute = 100;

    private const int Counters = 1 << 14;
    private const int CountBits = 24;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(16);

    // Minute in the upper bits, count in the lower ones, so that one exchange moves both.
    private readonly long[] _counters = new long[Counters];

    /// <summary>Counts a miss. Not null when there were too many: the seconds to wait.</summary>
    public int? Count(IPAddress? address)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var minute = now / 60;
        ref var counter = ref _counters[IndexOf(address)];
        while (true)
        {
            var seen = Volatile.Read(ref counter);
            var count = seen >> CountBits == minute ? seen & ((1L << CountBits) - 1) : 0;
            if (count >= MostEachMinute)
                return (int)(60 - (now % 60));
            if (Interlocked.CompareExchange(ref counter, (minute << CountBits) | (count + 1), seen) == seen)
                return null;
        }
    }

    // A subscriber of IPv6 holds a /64 at least, and can ask from any address in it.
    private int IndexOf(IPAddress? address)
    {
        Span<byte> input = stackalloc byte[16 + 16];
        input.Clear();
        _key.CopyTo(input);
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        if (address is not null && address.TryWriteBytes(input[16..], out _) && address.AddressFamily == AddressFamily.InterNetworkV6)
            input[24..].Clear();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return BitConverter.ToUInt16(hash) % Counters;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Counts misses of each network by the minute. A fixed number of counters, chosen by a keyed hash of the address, bounds
/// the memory however many addresses ask; two that share a counter can at worst read 429 where 404 was due.
/// </summary>
public sealed class PortalMisses(TimeProvider time)
{
    public const int MostEachMinute = 100;

    private const int Counters = 1 << 14;
    private const int CountBits = 24;
    private const int NetworkBytes = 16;

    // Who mistypes is nobody that other instances have to know of.
    private const int WorthSharing = 10;
    private const int MostShared = 500;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(16);

    // Minute in the upper bits, count in the lower ones, so that one exchange moves both.
    private readonly long[] _counters = new long[Counters];

    private readonly ConcurrentDictionary<(long Minute, string Network), int> _unshared = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool _isShared;

    /// <summary>Counts a miss. Not null when there were too many: the seconds to wait.</summary>
    public int? Count(IPAddress? address)
    {
        Span<byte> network = stackalloc byte[SHA256.HashSizeInBytes];
        NetworkOf(address, network);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var minute = now / 60;
        ref var counter = ref _counters[IndexOf(network[..NetworkBytes])];
        while (true)
        {
            var seen = Volatile.Read(ref counter);
            var count = CountIn(seen, minute);
            if (count >= MostEachMinute)
                return (int)(60 - (now % 60));
            if (Interlocked.CompareExchange(ref counter, (minute << CountBits) | (count + 1), seen) != seen)
                continue;

            if (_isShared && count + 1 >= WorthSharing)
                Share(minute, network[..NetworkBytes], count + 1 == WorthSharing ? WorthSharing : 1);
            return null;
        }
    }

    /// <summary>From now on counts are kept for other instances too; yields whenever there are some.</summary>
    public IAsyncEnumerable<bool> ShareAsync(CancellationToken cancellationToken)
    {
        _isShared = true;
        return _signal.Reader.ReadAllAsync(cancellationToken);
    }

    /// <summary>What was counted of this minute since it was asked last, by minute and network.</summary>
    public (DateTime Now, DateTime EndOfMinute, IReadOnlyDictionary<string, int> Counted) TakeCounted()
    {
        var now = time.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / 60;
        var counted = new Dictionary<string, int>();
        foreach (var key in _unshared.Keys)
        {
            if (_unshared.TryRemove(key, out var count) && key.Minute == minute)
                counted[$"miss:{minute}:{key.Network}"] = count;
        }

        return (now.UtcDateTime, DateTimeOffset.FromUnixTimeSeconds((minute + 1) * 60).UtcDateTime, counted);
    }

    /// <summary>Learns what all instances counted together.</summary>
    public void Learn(IReadOnlyDictionary<string, int> totals)
    {
        foreach (var (key, total) in totals)
        {
            var parts = key.Split(':');
            var minute = long.Parse(parts[1], CultureInfo.InvariantCulture);
            ref var counter = ref _counters[IndexOf(Convert.FromHexString(parts[2]))];
            while (true)
            {
                var seen = Volatile.Read(ref counter);
                if (seen >> CountBits > minute || CountIn(seen, minute) >= total)
                    break;
                if (Interlocked.CompareExchange(ref counter, (minute << CountBits) | (uint)total, seen) == seen)
                    break;
            }
        }
    }

    private void Share(long minute, ReadOnlySpan<byte> network, int count)
    {
        if (_unshared.Count >= MostShared)
            return;
        _unshared.AddOrUpdate((minute, Convert.ToHexString(network)), count, (_, before) => before + count);
        _signal.Writer.TryWrite(true);
    }

    private static long CountIn(long counter, long minute) => counter >> CountBits == minute ? counter & ((1L << CountBits) - 1) : 0;

    // A subscriber of IPv6 holds a /64 at least, and can ask from any address in it. Hashed, as it is stored for others to read.
    private static void NetworkOf(IPAddress? address, Span<byte> hash)
    {
        Span<byte> network = stackalloc byte[16];
        network.Clear();
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        if (address is not null && address.TryWriteBytes(network, out _) && address.AddressFamily == AddressFamily.InterNetworkV6)
            network[8..].Clear();
        SHA256.HashData(network, hash);
    }

    private int IndexOf(ReadOnlySpan<byte> network)
    {
        Span<byte> input = stackalloc byte[16 + NetworkBytes];
        _key.CopyTo(input);
        network.CopyTo(input[16..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return BitConverter.ToUInt16(hash) % Counters;
    }
}

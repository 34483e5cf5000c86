using System.Net;
using System.Net.Sockets;

namespace FasterMoney.Web.Outbound;

/// <summary>
/// Whom the application connects to when somebody enters an address: the route check, mail servers, the assistant's server. A name is
/// looked up once, what it leads to is judged, and the connection goes to just those addresses, so that a name that leads elsewhere a
/// moment later gains nothing.
/// </summary>
/// <param name="allowsOwnNetwork">Whether this machine and private networks may be asked: only where nobody but this machine reaches the application.</param>
public sealed class OutboundRules(bool allowsOwnNetwork)
{
    /// <summary>How long it may take to connect, and for most of what is asked as a whole.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Looks a name up and refuses what may not be asked.</summary>
    /// <exception cref="TargetRefused">It leads to this machine or to a private network.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        return allowsOwnNetwork || addresses.All(IsPublic) ? addresses : throw new TargetRefused(host);
    }

    /// <summary>Connects to what a name leads to now.</summary>
    /// <exception cref="TargetRefused">It leads to this machine or to a private network.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken) =>
        await ConnectAsync(await ResolveAsync(host, cancellationToken), port, cancellationToken);

    /// <summary>Connects to the first of the addresses that answers.</summary>
    /// <exception cref="SocketException">None does; it tells of the last.</exception>
    public static async Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? refused = null;
        foreach (var address in addresses)
        {
            // A socket of its own for each: one that was refused cannot be used again.
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken);
                return socket;
            }
            catch (SocketException problem)
            {
                socket.Dispose();
                refused = problem;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw refused ?? new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>What web requests go through: no redirect is followed, no proxy asked, no cookie kept.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = Patience,
        ConnectCallback = async (context, cancellationToken) =>
            new NetworkStream(await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken), ownsSocket: true),
    };

    /// <summary>Whether an address is one that anybody on the internet can be asked at (IANA's registries of special addresses).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublic(bytes) : bytes switch
        {
            // Addresses that carry one of IPv4: by NAT64 and by 6to4.
            [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. var inner] => IsPublic(inner),
            [0x20, 0x02, var a, var b, var c, var d, ..] => IsPublic([a, b, c, d]),
            // Teredo, documentation, and what is registered for protocols.
            [0x20, 0x01, < 0x02, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] => false,
            // All that is handed out begins with 001: not this machine, nor private, local or multicast addresses.
            _ => (bytes[0] & 0xE0) == 0x20,
        };
    }

    private static bool IsPublic(byte[] address) => address is not (
        [0 or 10 or 127 or >= 224, ..] or [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..]
        or [192, 0, 0 or 2, ..] or [192, 88, 99, ..] or [198, 18 or 19, ..] or [198, 51, 100, ..] or [203, 0, 113, ..]);
}

/// <summary>An address leads to this machine or to a private network, which others than this machine must not ask through the application.</summary>
public sealed class TargetRefused(string host)
    : Exception($"{host} leads to this machine or to a private network. The application asks there only when it listens on a loopback address itself.");

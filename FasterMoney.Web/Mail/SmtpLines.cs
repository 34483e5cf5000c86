using System.Net;
using System.Net.Sockets;
using System.Text;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Outbound;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FasterMoney.Web.Mail;

/// <summary>Opens conversations with mail servers: looks the name up, connects, protects the connection, signs in.</summary>
public sealed class SmtpLines(TimeProvider time, MailTrust trust, OutboundRules outbound)
{
    /// <summary>A line that is not open yet.</summary>
    public SmtpLine NewLine(MailAccount account) => new(account, trust);

    /// <summary>Connects and protects the connection, as the settings say. Nothing is said in the clear, except to this machine when so set.</summary>
    public async Task ConnectAsync(SmtpLine line, MailAccount account, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(OutboundRules.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var addresses = await outbound.ResolveAsync(account.Host, either.Token);
        Check(account, addresses);
        var socket = await OutboundRules.ConnectAsync(addresses, account.Port, either.Token);
        // The line owns the socket from here on.
        await line.ConnectAsync(socket, account.Host, account.Port, Options(account.Security), either.Token);
        if (account.Security != MailSecurity.None && !line.IsSecure)
            throw new NotSupportedException();
    }

    /// <summary>Signs in when the settings name a user.</summary>
    public static async Task SignInAsync(SmtpLine line, MailAccount account, CancellationToken cancellationToken)
    {
        if (account.User.Length == 0)
            return;

        if (!line.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            throw new NotSupportedException();

        line.NarrowSignIns();
        await line.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(account.User, account.Password), cancellationToken);
    }

    // Asked again with the addresses that the name leads to now: what was entered as this machine must be this machine.
    private static void Check(MailAccount account, IPAddress[] addresses)
    {
        if (account.Security == MailSecurity.None && !addresses.All(IPAddress.IsLoopback))
            throw new MailPlaceRefused($"{account.Host} is not this machine, so a connection without TLS was not opened.");

        if (addresses.Any(address => IsNobodys(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)))
            throw new MailPlaceRefused($"{account.Host} leads to an address where no mail server can be.");
    }

    // Any, link-local (where clouds keep their keys) and multicast.
    private static bool IsNobodys(IPAddress address) => address.IsIPv6LinkLocal || address.IsIPv6Multicast
        || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
        || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..] or [>= 224, ..]);

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}

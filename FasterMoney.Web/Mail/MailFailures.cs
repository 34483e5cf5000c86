using System.Net.Sockets;
using FasterMoney.Web.Outbound;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FasterMoney.Web.Mail;

/// <summary>Puts what MailKit throws into words. Of what came back, only answers of the protocol are repeated.</summary>
public static class MailFailures
{
    public static MailFailure Explain(Exception problem, MailAccount account, SmtpLine? line)
    {
        var (kind, sentence) = Judge(problem, account, line);
        // After DATA, only an answer that refuses is certain.
        var isCertain = line?.IsDataBegun != true || problem is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 } or ServiceNotAuthenticatedException;
        return isCertain
            ? new MailFailure(kind, sentence)
            : new MailFailure(MailFailureKind.Unknown, $"The message was on its way to {account.Host} when the connection was lost, so nobody here knows whether it arrived.");
    }

    private static (MailFailureKind Kind, string Sentence) Judge(Exception problem, MailAccount account, SmtpLine? line) => problem switch
    {
        MailPlaceRefused or TargetRefused => (MailFailureKind.Permanent, problem.Message),
        OperationCanceledException or SslHandshakeException { InnerException: OperationCanceledException } => (MailFailureKind.Temporary, $"{account.Place} did not answer in time. A firewall may be in the way, or the port is another one."),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            (MailFailureKind.Temporary, $"The name {account.Host} is not known. Check its spelling."),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => (MailFailureKind.Temporary, $"{account.Place} refuses the connection: nothing listens at this port."),
        SslHandshakeException => (MailFailureKind.Temporary, line?.CertificateFault?.Sentence
            ?? $"{account.Place} does not speak TLS as expected. Port 465 usually goes with TLS, port 587 with STARTTLS."),
        FormatException => (MailFailureKind.Permanent, "One of the addresses cannot be written into an e-mail."),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, Mailbox: { } recipient } refusal =>
            (KindOf(refusal), $"{account.Host} refused the recipient {ServerText.Shortened(recipient.Address, 254)}, so nobody got the message. It said: {Said(refusal)}"),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal =>
            (KindOf(refusal), $"{account.Host} refused the sender {account.FromAddress}. It said: {Said(refusal)}"),
        SmtpCommandException refusal => (KindOf(refusal), $"{account.Host} refused. It said: {Said(refusal)}"),
        AuthenticationException { InnerException: SmtpCommandException refusal } =>
            (KindOf(refusal), $"{account.Host} refused the user name or the password. It said: {Said(refusal)}"),
        AuthenticationException => (MailFailureKind.Permanent, $"{account.Host} refused the user name or the password."),
        ServiceNotAuthenticatedException => (MailFailureKind.Permanent, $"{account.Host} takes messages only from people who sign in. Enter a user name and a password."),
        NotSupportedException when line?.IsConnected == true =>
            (MailFailureKind.Permanent, $"{account.Place} offers no way of signing in that is understood here. Leave user name and password empty if it needs none."),
        NotSupportedException => (MailFailureKind.Permanent, $"{account.Place} does not offer STARTTLS, and nothing is sent without protection. Try TLS on port 465."),
        SmtpProtocolException or ServiceNotConnectedException => (MailFailureKind.Temporary, $"{account.Place} broke off, or does not answer as a mail server does."),
        _ => (MailFailureKind.Temporary, $"The connection to {account.Place} broke off."),
    };

    private static MailFailureKind KindOf(SmtpCommandException refusal) =>
        (int)refusal.StatusCode is >= 400 and < 500 ? MailFailureKind.Temporary : MailFailureKind.Permanent;

    private static string Said(SmtpCommandException refusal) => ServerText.Of((int)refusal.StatusCode, refusal.Message);
}

/// <summary>The place that a name leads to is none where mail may be handed over.</summary>
public sealed class MailPlaceRefused(string message) : Exception(message);

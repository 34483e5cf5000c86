using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace FasterMoney.Tests.Support;

/// <summary>One connection to a <see cref="SmtpServer"/>.</summary>
public sealed class SmtpConversation(SmtpServer server, TcpClient client)
{
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly byte[] _one = new byte[4096];
    private int _filled;
    private int _taken;
    private Stream _stream = Stream.Null;
    private string? _signedInAs;
    private string _from = "";
    private List<string> _to = [];

    private bool OverTls => _stream is SslStream;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                _stream = client.GetStream();
                await TalkAsync(cancellationToken);
            }
            catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or Gone or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // One side hung up.
            }
            finally
            {
                // What was not read would make the system send a reset, which may overtake an answer on its way.
                await _stream.DisposeAsync();
            }
        }
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        if (server.Script.ImplicitTls)
            await SecureAsync(cancellationToken);
        await AnswerAsync(SmtpStep.Greeting, "", "220 mail.northwind.example ESMTP", cancellationToken);
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            server.Commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    await AnswerAsync(SmtpStep.Ehlo, line, Welcome(), cancellationToken);
                    break;
                case "STARTTLS":
                    if (await AnswerAsync(SmtpStep.StartTls, line, "220 Go ahead", cancellationToken))
                        await SecureAsync(cancellationToken);
                    break;
                case "AUTH":
                    await AuthenticateAsync(line, cancellationToken);
                    break;
                case "NOOP":
                    await AnswerAsync(SmtpStep.Noop, line, "250 OK", cancellationToken);
                    break;
                case "MAIL":
                    (_from, _to) = (Address(line), []);
                    await AnswerAsync(SmtpStep.MailFrom, line, server.Script.User is null || _signedInAs is not null ? "250 OK" : "530 5.7.0 Sign in first", cancellationToken);
                    break;
                case "RCPT":
                    if (await AnswerAsync(SmtpStep.Recipient, line, "250 OK", cancellationToken))
                        _to.Add(Address(line));
                    break;
                case "DATA":
                    if (await AnswerAsync(SmtpStep.Data, line, "354 End with a dot", cancellationToken))
                        await ReceiveAsync(cancellationToken);
                    break;
                case "RSET":
                    (_from, _to) = ("", []);
                    await SayAsync("250 OK", cancellationToken);
                    break;
                case "QUIT":
                    await SayAsync("221 Bye", cancellationToken);
                    return;
                default:
                    await SayAsync("500 5.5.2 What?", cancellationToken);
                    break;
            }
        }
    }

    private string Welcome()
    {
        string[] lines =
        [
            "mail.northwind.example",
            .. server.Script.Extensions,
            .. server.Script.OffersStartTls && !OverTls ? ["STARTTLS"] : Array.Empty<string>(),
            .. server.Script.User is not null ? [$"AUTH {server.Script.AuthMechanisms}"] : Array.Empty<string>(),
        ];
        return string.Join("\r\n", lines.Select((line, index) => (index == lines.Length - 1 ? "250 " : "250-") + line));
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        if (server.FaultAt(SmtpStep.Handshake, "") is { } fault)
            await ActAsync(fault, cancellationToken);
        // What came in clear text before TLS is not part of the conversation.
        (_taken, _filled) = (0, 0);
        var secured = new SslStream(_stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancellationToken);
        _stream = secured;
    }

    private async Task AuthenticateAsync(string line, CancellationToken cancellationToken)
    {
        if (server.FaultAt(SmtpStep.Auth, line) is { } fault)
        {
            await ActAsync(fault, cancellationToken);
            return;
        }

        var words = line.Split(' ');
        string user, password;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Decoded(words.Length > 2 ? words[2] : await AskAsync("334 ", cancellationToken)).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            user = Decoded(words.Length > 2 ? words[2] : await AskAsync("334 VXNlcm5hbWU6", cancellationToken));
            password = Decoded(await AskAsync("334 UGFzc3dvcmQ6", cancellationToken));
        }

        _signedInAs = (user, password) == (server.Script.User, server.Script.Password) ? user : null;
        await SayAsync(_signedInAs is null ? "535 5.7.8 Wrong user or password" : "235 2.7.0 Welcome", cancellationToken);
    }

    private async Task<string> AskAsync(string challenge, CancellationToken cancellationToken)
    {
        await SayAsync(challenge, cancellationToken);
        var answer = await ReadLineAsync(cancellationToken);
        server.Commands.Enqueue(answer);
        return answer;
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var body = new List<byte>();
        if (server.FaultAt(SmtpStep.InBody, "") is { } inBody)
        {
            await ReadLineAsync(cancellationToken);
            await ActAsync(inBody, cancellationToken);
        }

        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line == ".")
                break;
            body.AddRange(Bytes.GetBytes(line.StartsWith('.') ? line[1..] : line));
            body.AddRange("\r\n"u8);
        }

        var mail = new ReceivedMail(_from, _to, [.. body], OverTls, _signedInAs);
        var fault = server.FaultAt(SmtpStep.AfterDot, "");
        if (fault is not SmtpFault.Said)
            server.Received.Enqueue(mail);
        if (fault is not null)
            await ActAsync(fault, cancellationToken);
        else
            await SayAsync("250 2.0.0 Queued as 4711", cancellationToken);
        if (server.FaultAt(SmtpStep.AfterAnswer, "") is { } after)
            await ActAsync(after, cancellationToken);
    }

    /// <summary>True when the usual answer was given and means yes.</summary>
    private async Task<bool> AnswerAsync(SmtpStep step, string line, string usual, CancellationToken cancellationToken)
    {
        if (server.FaultAt(step, line) is { } fault)
        {
            await ActAsync(fault, cancellationToken);
            return false;
        }

        await SayAsync(usual, cancellationToken);
        return usual[0] is '2' or '3';
    }

    private async Task ActAsync(SmtpFault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case SmtpFault.Said said:
                await SayAsync(said.Lines, cancellationToken);
                break;
            case SmtpFault.Silent:
                while (await _stream.ReadAsync(_one, cancellationToken) > 0)
                {
                }

                throw new Gone();
            default:
                throw new Gone();
        }
    }

    private Task SayAsync(string lines, CancellationToken cancellationToken) => _stream.WriteAsync(Bytes.GetBytes(lines + "\r\n"), cancellationToken).AsTask();

    // Only CR LF ends a line (RFC 5321, section 2.3.8): a lone CR or LF is part of it, and stays visible.
    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_taken == _filled)
            {
                (_taken, _filled) = (0, await _stream.ReadAsync(_one, cancellationToken));
                if (_filled == 0)
                    throw new Gone();
            }

            line.Add(_one[_taken++]);
            if (line is [.., (byte)'\r', (byte)'\n'])
                return Bytes.GetString([.. line], 0, line.Count - 2);
        }
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Address(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    private sealed class Gone : Exception;
}

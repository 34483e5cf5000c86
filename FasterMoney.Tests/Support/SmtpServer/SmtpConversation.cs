using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace FasterMoney.Tests.Support;

/// <summary>One connection to a <see cref="SmtpServer"/>.</summary>
public sealed class SmtpConversation(SmtpServer server, TcpClient client)
{
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly byte[] one = new byte[4096];
    private int filled;
    private int taken;
    private Stream stream = Stream.Null;
    private string? signedInAs;
    private string from = "";
    private List<string> to = [];

    private bool OverTls => stream is SslStream;

    public async Task RunAsync(CancellationToken ending)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                stream = client.GetStream();
                await TalkAsync(ending);
            }
            catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or Gone or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // One side hung up.
            }
            finally
            {
                // What was not read would make the system send a reset, which may overtake an answer on its way.
                await stream.DisposeAsync();
            }
        }
    }

    private async Task TalkAsync(CancellationToken ending)
    {
        if (server.Script.ImplicitTls)
            await SecureAsync(ending);
        await AnswerAsync(SmtpStep.Greeting, "", "220 mail.northwind.example ESMTP", ending);
        while (true)
        {
            var line = await ReadLineAsync(ending);
            server.Commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    await AnswerAsync(SmtpStep.Ehlo, line, Welcome(), ending);
                    break;
                case "STARTTLS":
                    if (await AnswerAsync(SmtpStep.StartTls, line, "220 Go ahead", ending))
                        await SecureAsync(ending);
                    break;
                case "AUTH":
                    await AuthenticateAsync(line, ending);
                    break;
                case "NOOP":
                    await AnswerAsync(SmtpStep.Noop, line, "250 OK", ending);
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await AnswerAsync(SmtpStep.MailFrom, line, server.Script.User is null || signedInAs is not null ? "250 OK" : "530 5.7.0 Sign in first", ending);
                    break;
                case "RCPT":
                    if (await AnswerAsync(SmtpStep.Recipient, line, "250 OK", ending))
                        to.Add(Address(line));
                    break;
                case "DATA":
                    if (await AnswerAsync(SmtpStep.Data, line, "354 End with a dot", ending))
                        await ReceiveAsync(ending);
                    break;
                case "RSET":
                    (from, to) = ("", []);
                    await SayAsync("250 OK", ending);
                    break;
                case "QUIT":
                    await SayAsync("221 Bye", ending);
                    return;
                default:
                    await SayAsync("500 5.5.2 What?", ending);
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

    private async Task SecureAsync(CancellationToken ending)
    {
        if (server.FaultAt(SmtpStep.Handshake, "") is { } fault)
            await ActAsync(fault, ending);
        // What came in clear text before TLS is not part of the conversation.
        (taken, filled) = (0, 0);
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, ending);
        stream = secured;
    }

    private async Task AuthenticateAsync(string line, CancellationToken ending)
    {
        if (server.FaultAt(SmtpStep.Auth, line) is { } fault)
        {
            await ActAsync(fault, ending);
            return;
        }

        var words = line.Split(' ');
        string user, password;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Decoded(words.Length > 2 ? words[2] : await AskAsync("334 ", ending)).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            user = Decoded(words.Length > 2 ? words[2] : await AskAsync("334 VXNlcm5hbWU6", ending));
            password = Decoded(await AskAsync("334 UGFzc3dvcmQ6", ending));
        }

        signedInAs = (user, password) == (server.Script.User, server.Script.Password) ? user : null;
        await SayAsync(signedInAs is null ? "535 5.7.8 Wrong user or password" : "235 2.7.0 Welcome", ending);
    }

    private async Task<string> AskAsync(string challenge, CancellationToken ending)
    {
        await SayAsync(challenge, ending);
        var answer = await ReadLineAsync(ending);
        server.Commands.Enqueue(answer);
        return answer;
    }

    private async Task ReceiveAsync(CancellationToken ending)
    {
        var body = new List<byte>();
        if (server.FaultAt(SmtpStep.InBody, "") is { } inBody)
        {
            await ReadLineAsync(ending);
            await ActAsync(inBody, ending);
        }

        while (true)
        {
            var line = await ReadLineAsync(ending);
            if (line == ".")
                break;
            body.AddRange(Bytes.GetBytes(line.StartsWith('.') ? line[1..] : line));
            body.AddRange("\r\n"u8);
        }

        var mail = new ReceivedMail(from, to, [.. body], OverTls, signedInAs);
        var fault = server.FaultAt(SmtpStep.AfterDot, "");
        if (fault is not SmtpFault.Said)
            server.Received.Enqueue(mail);
        if (fault is not null)
            await ActAsync(fault, ending);
        else
            await SayAsync("250 2.0.0 Queued as 4711", ending);
        if (server.FaultAt(SmtpStep.AfterAnswer, "") is { } after)
            await ActAsync(after, ending);
    }

    /// <summary>True when the usual answer was given and means yes.</summary>
    private async Task<bool> AnswerAsync(SmtpStep step, string line, string usual, CancellationToken ending)
    {
        if (server.FaultAt(step, line) is { } fault)
        {
            await ActAsync(fault, ending);
            return false;
        }

        await SayAsync(usual, ending);
        return usual[0] is '2' or '3';
    }

    private async Task ActAsync(SmtpFault fault, CancellationToken ending)
    {
        switch (fault)
        {
            case SmtpFault.Said said:
                await SayAsync(said.Lines, ending);
                break;
            case SmtpFault.Silent:
                while (await stream.ReadAsync(one, ending) > 0)
                {
                }

                throw new Gone();
            default:
                throw new Gone();
        }
    }

    private Task SayAsync(string lines, CancellationToken ending) => stream.WriteAsync(Bytes.GetBytes(lines + "\r\n"), ending).AsTask();

    // Only CR LF ends a line (RFC 5321, section 2.3.8): a lone CR or LF is part of it, and stays visible.
    private async Task<string> ReadLineAsync(CancellationToken ending)
    {
        var line = new List<byte>();
        while (true)
        {
            if (taken == filled)
            {
                (taken, filled) = (0, await stream.ReadAsync(one, ending));
                if (filled == 0)
                    throw new Gone();
            }

            line.Add(one[taken++]);
            if (line is [.., (byte)'\r', (byte)'\n'])
                return Bytes.GetString([.. line], 0, line.Count - 2);
        }
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Address(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    private sealed class Gone : Exception;
}

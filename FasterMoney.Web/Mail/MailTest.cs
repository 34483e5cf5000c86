using FasterMoney.Web.Outbound;
using MailKit.Net.Smtp;

namespace FasterMoney.Web.Mail;

/// <summary>What a test of a connection found: the steps that worked, and why it went no further.</summary>
public sealed record MailTestReport(IReadOnlyList<string> Steps, string? Failure)
{
    public bool IsGood => Failure is null;
}

/// <summary>Tries a connection as it would be used, without sending anything.</summary>
public sealed class MailTest(SmtpLines lines, TimeProvider time)
{
    public async Task<MailTestReport> RunAsync(MailAccount account, CancellationToken cancellationToken)
    {
        var steps = new List<string>();
        using var patience = new CancellationTokenSource(OutboundRules.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var line = lines.NewLine(account);
        try
        {
            await lines.ConnectAsync(line, account, either.Token);
            steps.Add($"Connected to {account.Place}.");
            steps.Add(line.IsSecure ? $"Protected with {Name(line)}, and the certificate is good." : "Not protected: the server is on this machine.");
            await SmtpLines.SignInAsync(line, account, either.Token);
            steps.Add(line.IsAuthenticated ? $"Signed in as {account.User}." : "No sign-in is set.");
            await line.NoOpAsync(either.Token);
            steps.Add("The server answers and is ready for messages.");
            await HangUpAsync(line, either.Token);
            return new MailTestReport(steps, null);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailTestReport(steps, MailFailures.Explain(problem, account, line).Sentence);
        }
    }

    // The message is handed over or the test is over: how the server says goodbye changes nothing.
    public static async Task HangUpAsync(SmtpClient line, CancellationToken cancellationToken)
    {
        try
        {
            await line.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception)
        {
            // It was said for politeness.
        }
    }

    private static string Name(SmtpLine line) => line.SslProtocol switch
    {
        System.Security.Authentication.SslProtocols.Tls13 => "TLS 1.3",
        System.Security.Authentication.SslProtocols.Tls12 => "TLS 1.2",
        _ => "TLS",
    };
}

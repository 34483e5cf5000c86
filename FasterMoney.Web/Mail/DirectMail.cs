using FasterMoney.Domain.Messages;
using MimeKit;

namespace FasterMoney.Web.Mail;

/// <summary>Hands a letter of the application itself over, without the outbox, which is for what people of a site approved.</summary>
public sealed partial class DirectMail(SmtpLines lines, MailSecrets secrets, TimeProvider time, ILogger<DirectMail> logger)
{
    private static readonly TimeSpan Overall = TimeSpan.FromSeconds(30);

    /// <summary>False when the server does not have it.</summary>
    public async Task<bool> SendAsync(MailSettings settings, OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (secrets.Unprotect(settings.SiteId, settings.ProtectedPassword) is not { } password)
        {
            NotSent("the saved password of the mail server cannot be read any more");
            return false;
        }

        var account = new MailAccount(settings.ToContent(), password);
        using var patience = new CancellationTokenSource(Overall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var line = lines.NewLine(account);
        try
        {
            await lines.ConnectAsync(line, account, either.Token);
            await SmtpLines.SignInAsync(line, account, either.Token);
            using var message = MimeMail.Of(mail, account, time.GetUtcNow());
            await line.SendAsync(FormatOptions.Default, message, MimeMail.Sender(account), MimeMail.Recipients(mail), either.Token);
            await MailTest.HangUpAsync(line, either.Token);
            return true;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            NotSent(MailFailures.Explain(problem, account, line).Kind.ToString());
            return false;
        }
    }

    // The server's own words may name the recipient.
    [LoggerMessage(LogLevel.Warning, "A letter of the application was not sent: {Reason}.")]
    private partial void NotSent(string reason);
}

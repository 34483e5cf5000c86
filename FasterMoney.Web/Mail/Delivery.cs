using System.Diagnostics;
using MimeKit;

namespace FasterMoney.Web.Mail;

/// <summary>
/// Hands due messages over to their mail servers. What cannot have arrived is tried again later; what may have arrived is never
/// sent again without a person's word.
/// </summary>
public sealed partial class Delivery(Outbox outbox, SmtpLines lines, TimeProvider time, ILogger<Delivery> logger)
{
    private const int SitesAtOnce = 4;
    private static readonly ActivitySource Source = new("FasterMoney.Mail");
    private static readonly TimeSpan Overall = TimeSpan.FromSeconds(30);

    /// <summary>Delivers everything that is due now. A site's slow server holds up no other site.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await outbox.SettleStuckAsync(cancellationToken);
        var due = await outbox.DueAsync(cancellationToken);
        await Parallel.ForEachAsync(
            due.GroupBy(message => message.SiteId, message => message.Id),
            new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce },
            async (site, _) =>
            {
                foreach (var id in site.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
                    await DeliverAsync(id, cancellationToken);
            });
    }

    private async Task DeliverAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            if (await outbox.BeginAsync(id) is { } attempt)
                await SendAsync(attempt, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // What was begun and not noted is settled as stuck.
            DeliveryFailed(id, problem);
        }
    }

    private async Task SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        using var work = Source.StartActivity("Outbox");
        using var patience = new CancellationTokenSource(Overall, time);
        using var line = lines.NewLine(attempt.Account);
        // A stop of the application ends the conversation only while nothing can have arrived.
        await using var stop = cancellationToken.Register(() =>
        {
            if (!line.IsDataBegun)
                patience.Cancel();
        });
        string answer;
        try
        {
            await lines.ConnectAsync(line, attempt.Account, patience.Token);
            await SmtpLines.SignInAsync(line, attempt.Account, patience.Token);
            if (await outbox.ReleaseAsync(attempt) is not { } released)
            {
                await MailTest.HangUpAsync(line, patience.Token);
                return;
            }

            attempt = released.Attempt;
            using var message = MimeMail.Of(released.Mail, attempt.Account, time.GetUtcNow());
            answer = await line.SendAsync(FormatOptions.Default, message, MimeMail.Sender(attempt.Account), MimeMail.Recipients(released.Mail), patience.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested && !line.IsDataBegun)
        {
            await outbox.PutBackAsync(attempt);
            return;
        }
        catch (Exception problem)
        {
            var failure = MailFailures.Explain(problem, attempt.Account, line);
            NotSent(attempt.Id, failure.Kind);
            work?.SetTag("outcome", failure.Kind.ToString());
            await outbox.NoteFailureAsync(attempt, failure);
            return;
        }

        work?.SetTag("outcome", "sent");
        await outbox.NoteSentAsync(attempt, ServerText.Of(250, answer));
        await MailTest.HangUpAsync(line, patience.Token);
    }

    [LoggerMessage(LogLevel.Information, "Message {Id} of the outbox was not sent: {Kind}.")]
    private partial void NotSent(Guid id, MailFailureKind kind);

    [LoggerMessage(LogLevel.Error, "Message {Id} of the outbox could not be worked on.")]
    private partial void DeliveryFailed(Guid id, Exception problem);
}

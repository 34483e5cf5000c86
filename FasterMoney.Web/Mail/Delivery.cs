using FasterMoney.Web.Commands;
using MimeKit;

namespace FasterMoney.Web.Mail;

/// <summary>
/// Hands due messages over to their mail servers. What cannot have arrived is tried again later; what may have arrived is never
/// sent again without a person's word.
/// </summary>
public sealed partial class Delivery(Outbox outbox, SmtpLines lines, TimeProvider time, ILogger<Delivery> logger)
{
    private const int SitesAtOnce = 4;
    private static readonly TimeSpan Overall = TimeSpan.FromSeconds(30);

    /// <summary>Delivers everything that is due now. A site's slow server holds up no other site.</summary>
    public async Task DeliverDueAsync(CancellationToken stopping)
    {
        await outbox.SettleStuckAsync(stopping);
        var due = await outbox.DueAsync(stopping);
        await Parallel.ForEachAsync(
            due.GroupBy(message => message.SiteId, message => message.Id),
            new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce },
            async (site, _) =>
            {
                foreach (var id in site.TakeWhile(_ => !stopping.IsCancellationRequested))
                {
                    await DeliverAsync(id, stopping);
                }
            });
    }

    private async Task DeliverAsync(Guid id, CancellationToken stopping)
    {
        try
        {
            if (await outbox.BeginAsync(id) is { } departure)
            {
                await SendAsync(departure, stopping);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // What was begun and not noted is settled as stuck.
            DeliveryFailed(id, problem);
        }
    }

    private async Task SendAsync(Departure departure, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Overall, time);
        using var line = lines.NewLine(departure.Account);
        // A stop of the application ends the conversation only while nothing can have arrived.
        await using var stop = stopping.Register(() =>
        {
            if (!line.IsDataBegun)
            {
                patience.Cancel();
            }
        });
        string answer;
        try
        {
            await lines.ConnectAsync(line, departure.Account, patience.Token);
            await SmtpLines.SignInAsync(line, departure.Account, patience.Token);
            if (await outbox.ReleaseAsync(departure) is not { } released)
            {
                await MailTest.HangUpAsync(line, patience.Token);
                return;
            }

            departure = released.Departure;
            using var message = MimeLetter.Of(released.Letter, departure.Account, time.GetUtcNow());
            answer = await line.SendAsync(FormatOptions.Default, message, MimeLetter.Sender(departure.Account), MimeLetter.Recipients(released.Letter), patience.Token);
        }
        catch (Exception) when (stopping.IsCancellationRequested && !line.IsDataBegun)
        {
            await outbox.PutBackAsync(departure);
            return;
        }
        catch (Exception problem)
        {
            var failure = MailFailures.Explain(problem, departure.Account, line);
            NotSent(departure.Id, failure.Kind);
            await outbox.NoteFailureAsync(departure, failure);
            return;
        }

        await outbox.NoteSentAsync(departure, ServerText.Of(250, answer));
        await MailTest.HangUpAsync(line, patience.Token);
    }

    [LoggerMessage(LogLevel.Information, "Message {Id} of the outbox was not sent: {Kind}.")]
    private partial void NotSent(Guid id, MailFailureKind kind);

    [LoggerMessage(LogLevel.Error, "Message {Id} of the outbox could not be worked on.")]
    private partial void DeliveryFailed(Guid id, Exception problem);
}

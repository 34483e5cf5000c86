using System.Threading.Channels;

namespace FasterMoney.Web.Mail;

/// <summary>Says that something is to be sent, so that it leaves at once. Who misses it is woken by the clock.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Give() => _rings.Writer.TryWrite(true);

    /// <summary>Waits until it rings or the time is over.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time to look.
        }
    }
}

/// <summary>Works through the outbox as long as the application runs.</summary>
public sealed partial class OutboxWorker(Delivery delivery, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await delivery.DeliverDueAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Such as a database that is away: the next round may find it again.
                RoundFailed(problem);
            }

            await signal.WaitAsync(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outbox could not be worked through.")]
    private partial void RoundFailed(Exception problem);
}

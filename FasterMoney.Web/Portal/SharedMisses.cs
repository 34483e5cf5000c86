using FasterMoney.Web.Data;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Adds up the misses of all instances on one database, once a second while there are any: who guesses at two of them is slowed down as
/// at one. A good link costs nothing here, and a few misses of one address do not either.
/// </summary>
public sealed partial class SharedMisses(PortalMisses misses, MissCounts counts, DatabaseSettings settings, ILogger<SharedMisses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
            return;

        await foreach (var _ in misses.ShareAsync(stoppingToken))
        {
            await Task.Delay(Interval, stoppingToken);
            var (now, end, counted) = misses.TakeCounted();
            try
            {
                misses.Learn(await counts.AddAsync(counted, now, end, stoppingToken));
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                // Each instance still counts for itself.
                NotShared(problem.Message.ReplaceLineEndings(" "));
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Misses at customers' pages could not be added to those of other instances: {Problem}")]
    private partial void NotShared(string problem);
}

using System.Threading.Channels;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Portal;

/// <summary>
/// Notes openings beside the request: the page writes into a bounded channel and never waits; once a second what was
/// counted is added to the database. When it cannot be written it is kept for the next second; when there is too much, it is lost.
/// </summary>
public sealed partial class PortalOpenings(PortalOpeningCounts counts, SiteChanges changes, TimeProvider time, ILogger<PortalOpenings> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const int MostWaiting = 10_000;
    private const int MostCounted = 20_000;

    // Bounds what counting may cost while very many links are opened at once; the others wait for their turn.
    private const int MostWrittenAtOnce = 500;

    private readonly Channel<Opening> _noted = Channel.CreateBounded<Opening>(new BoundedChannelOptions(MostWaiting)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });

    private readonly Dictionary<(Guid, DateOnly, PortalOpeningKind), PortalOpening> _counted = [];

    public void Note(PortalLinkKey link, PortalOpeningKind kind) => _noted.Writer.TryWrite(new Opening(link, kind, time.GetUtcNow().UtcDateTime));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _noted.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Interval, stoppingToken);
                await FlushAsync(stoppingToken);
                while (_counted.Count > 0 && !_noted.Reader.TryPeek(out _))
                {
                    await Task.Delay(Interval, stoppingToken);
                    await FlushAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            using var atTheEnd = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await FlushAsync(atTheEnd.Token);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        while (_noted.Reader.TryRead(out var opening))
            Count(opening);
        if (_counted.Count == 0)
            return;
        try
        {
            var written = _counted.Take(MostWrittenAtOnce).ToList();
            await counts.AddAsync([.. written.Select(counted => counted.Value)], cancellationToken);
            foreach (var (key, _) in written)
                _counted.Remove(key);
            // Open lists show when customers last looked.
            foreach (var siteId in written.Select(counted => counted.Value).Where(opening => opening.Kind == PortalOpeningKind.Customer).Select(opening => opening.SiteId).Distinct())
                changes.Publish(siteId);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure);
        }
    }

    private void Count(Opening opening)
    {
        var key = (opening.Link.LinkId, opening.Link.Today, opening.Kind);
        if (_counted.TryGetValue(key, out var counted))
        {
            counted.Count++;
            counted.Last = opening.At;
        }
        else if (_counted.Count < MostCounted)
        {
            _counted[key] = new PortalOpening
            {
                LinkId = opening.Link.LinkId,
                Day = opening.Link.Today,
                Kind = opening.Kind,
                SiteId = opening.Link.SiteId,
                InvoiceId = opening.Link.InvoiceId,
                First = opening.At,
                Last = opening.At,
                Count = 1,
            };
        }
    }

    [LoggerMessage(LogLevel.Warning, "Openings of customers' pages could not be written; trying again in a second.")]
    private partial void LogFailure(Exception failure);

    private readonly record struct Opening(PortalLinkKey Link, PortalOpeningKind Kind, DateTime At);
}

using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FasterMoney.Web.Data;

/// <summary>
/// Tells other instances on the same PostgreSQL database which sites changed here, and the open screens here what changed there. What
/// is told is no more than a hint to read again, so it is sent after the save, beside it, and once for all that happens within a moment.
/// </summary>
public sealed partial class ChangesElsewhere(
    DatabaseSettings settings, IDbContextFactory<FasterMoneyDb> databases, SiteChanges changes, ILogger<ChangesElsewhere> logger) : BackgroundService
{
    /// <summary>What the connection that listens calls itself in <c>pg_stat_activity</c>.</summary>
    public const string ConnectionName = "Faster Money changes";

    private const string Topic = "fastermoney_changes";

    // PostgreSQL takes 8,000 bytes at once; a site is 23 of them.
    private const int MostAtOnce = 300;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // A connection can die without a word, as behind a firewall: after so long without one it is asked.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly string _self = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<Guid, bool> _changed = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once it listens for the first time.</summary>
    public Task Listening => _listening.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Elsewhere = Note;
        await Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));
    }

    private void Note(Guid siteId)
    {
        _changed[siteId] = true;
        _signal.Writer.TryWrite(true);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        while (await _signal.Reader.WaitToReadAsync(cancellationToken))
        {
            _signal.Reader.TryRead(out _);
            await Task.Delay(Moment, cancellationToken);
            var sites = _changed.Keys.ToList();
            foreach (var site in sites)
                _changed.TryRemove(site, out _);
            try
            {
                await NotifyAsync(sites, cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                NotTold(problem.Message.ReplaceLineEndings(" "));
                await Task.Delay(Pause, cancellationToken);
                sites.ForEach(Note);
            }
        }
    }

    private async Task NotifyAsync(List<Guid> sites, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var some in sites.Chunk(MostAtOnce))
        {
            var message = string.Join(',', some.Select(site => Base64Url.EncodeToString(site.ToByteArray())).Prepend(_self));
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Topic}, {message})", cancellationToken);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var isAway = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, ApplicationName = ConnectionName, CommandTimeout = 5 }.ToString());
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await connection.OpenAsync(cancellationToken);
                await RunAsync(connection, $"LISTEN {Topic}", cancellationToken);
                if (isAway)
                    HearsAgain();
                isAway = false;
                _listening.TrySetResult();
                // Whatever was said meanwhile is lost.
                changes.TellAll();
                while (true)
                {
                    if (!await connection.WaitAsync(Quiet, cancellationToken))
                        await RunAsync(connection, "SELECT 1", cancellationToken);
                }
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                if (!isAway)
                    NotHeard(problem.Message.ReplaceLineEndings(" "));
                isAway = true;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private void Hear(string message)
    {
        if (message.Split(',') is not [var teller, .. var sites] || teller == _self)
            return;

        Span<byte> id = stackalloc byte[16];
        foreach (var site in sites)
        {
            if (site.Length == 22 && Base64Url.TryDecodeFromChars(site, id, out var length) && length == id.Length)
                changes.Tell(new Guid(id));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Changes at other instances are not heard of until the database can be reached again: {Problem}")]
    private partial void NotHeard(string problem);

    [LoggerMessage(LogLevel.Information, "Changes at other instances are heard of again, and open screens read everything anew.")]
    private partial void HearsAgain();

    [LoggerMessage(LogLevel.Warning, "Other instances could not be told of changes; trying again: {Problem}")]
    private partial void NotTold(string problem);
}

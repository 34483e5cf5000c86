using System.Collections.Concurrent;
using System.Data.Common;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>
/// The portal's reads, fresh from the database for each request. Connections with prepared statements are kept for the
/// next request; one that fails is thrown away and the read is tried once more on a new one, as after a database restart.
/// </summary>
public sealed class PortalReads(IDbContextFactory<FasterMoneyDb> databases) : IAsyncDisposable
{
    private const int MostTries = 5;

    private static readonly int MostKept = Math.Max(4, Environment.ProcessorCount * 2);

    private readonly ConcurrentQueue<PreparedPortalReads> _idle = new();

    /// <summary>The link of a hash at a route, with its site and invoice; null when there is none.</summary>
    public Task<PortalRow?> LinkAsync(string authority, string segment, byte[] hash, CancellationToken cancellationToken) =>
        UseAsync(reads => reads.LinkAsync(authority, segment, hash, cancellationToken), cancellationToken);

    /// <summary>
    /// The link with lines and entries, all of one version of the invoice: when somebody saved between the statements,
    /// they are read again, so that a customer never sees a total with another balance's history.
    /// </summary>
    public Task<PortalRead?> InvoiceAsync(string authority, string segment, byte[] hash, CancellationToken cancellationToken) =>
        WholeAsync(reads => reads.LinkAsync(authority, segment, hash, cancellationToken), cancellationToken);

    /// <summary>The same for people of the site: an invoice that was sent, whatever has become of its link.</summary>
    public Task<PortalRead?> OwnAsync(Guid siteId, Guid invoiceId, CancellationToken cancellationToken) =>
        WholeAsync(reads => reads.OwnAsync(siteId, invoiceId, cancellationToken), cancellationToken);

    /// <summary>Whether some site's route is at a host.</summary>
    public async Task<bool> HasRouteAsync(string authority, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Sites.AnyAsync(site => site.RouteAuthority == authority, cancellationToken);
    }

    /// <summary>The business whose route is at an address and turned on, with its language; null when there is none.</summary>
    public async Task<(PortalBusiness Business, PortalRoute Route, string Language)?> OpenRouteAsync(string authority, string segment, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var site = await db.Sites.AsNoTracking().SingleOrDefaultAsync(known => known.RouteAuthority == authority && known.RouteSegment == segment && known.PortalOn, cancellationToken);
        return site is null
            ? null
            : (new PortalBusiness(site.Name, site.LegalName, site.Address, string.Join('\n', new[] { site.ContactEmail, site.ContactPhone }.Where(way => way.Length > 0))), site.Portal!, site.Language);
    }

    /// <summary>The site's logo as PNG, or null.</summary>
    public Task<byte[]?> LogoAsync(Guid siteId, CancellationToken cancellationToken) => UseAsync(reads => reads.LogoAsync(siteId, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryDequeue(out var reads))
            await reads.DisposeAsync();
    }

    private Task<PortalRead?> WholeAsync(Func<PreparedPortalReads, Task<PortalRow?>> find, CancellationToken cancellationToken) =>
        UseAsync(
            async reads =>
            {
                for (var tries = 1; ; tries++)
                {
                    if (await find(reads) is not { } row)
                        return null;
                    var lines = await reads.LinesAsync(row.InvoiceId, row.Money.Currency, cancellationToken);
                    var (version, entries) = await reads.EntriesAsync(row.InvoiceId, cancellationToken);
                    if (version == row.Version)
                    {
                        var isCorrected = entries.Any(entry => entry.IsCorrection);
                        return new PortalRead(row, lines, entries, isCorrected ? await reads.FirstOpenedAsync(row.SiteId, row.InvoiceId, cancellationToken) : null);
                    }

                    if (tries == MostTries)
                        throw new InvalidOperationException("The invoice kept changing while it was read.");
                }
            },
            cancellationToken);

    private async Task<T> UseAsync<T>(Func<PreparedPortalReads, Task<T>> read, CancellationToken cancellationToken)
    {
        if (_idle.TryDequeue(out var kept))
        {
            try
            {
                return await UseAsync(kept, read);
            }
            catch (DbException) when (!cancellationToken.IsCancellationRequested)
            {
                // The other kept ones are likely as dead as this one.
                await DisposeAsync();
            }
        }

        return await UseAsync(await PreparedPortalReads.OpenAsync(databases, cancellationToken), read);
    }

    private async Task<T> UseAsync<T>(PreparedPortalReads reads, Func<PreparedPortalReads, Task<T>> read)
    {
        T result;
        try
        {
            result = await read(reads);
        }
        catch
        {
            await reads.DisposeAsync();
            throw;
        }

        if (_idle.Count < MostKept)
            _idle.Enqueue(reads);
        else
            await reads.DisposeAsync();
        return result;
    }
}

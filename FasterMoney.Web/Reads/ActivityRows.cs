using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>How the activity is written into a file.</summary>
public enum ActivityFormat
{
    Csv,
    JsonLines,
}

/// <summary>One entry as a file holds it. Moments are UTC; hashes are hexadecimal.</summary>
public sealed record ActivityRow(
    string Site, Guid SiteId, long Sequence, Guid Id, DateTime At, string Kind, string Actor, Guid? ActorId, string Sentence, string Detail,
    string? Invoice, Guid? InvoiceId, Guid? CustomerId, string Previous, string Hash);

/// <summary>The activity of sites, complete and in the order in which it was stored, a portion at a time.</summary>
public static class ActivityRows
{
    private const int AtOnce = 1000;

    private static readonly string[] Columns =
        ["site", "sequence", "at", "kind", "actor", "sentence", "detail", "invoice", "id", "site_id", "actor_id", "invoice_id", "customer_id", "previous", "hash"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file, and returns how many entries it has.</summary>
    /// <param name="from">The first day, in the time zone of each site; null: from the beginning.</param>
    /// <param name="to">The last day; null: to the end.</param>
    public static async Task<long> WriteAsync(
        FasterMoneyDb db, IEnumerable<Site> sites, DateOnly? from, DateOnly? to, ActivityFormat format, Stream output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using var csv = format == ActivityFormat.Csv ? new CsvLines(output) : null;
        if (csv is not null)
            await WriteAsync(csv, Columns);

        foreach (var site in sites)
        {
            await foreach (var row in OfAsync(db, site, from, to, cancellationToken))
            {
                count++;
                if (csv is not null)
                    await WriteAsync(csv, Cells(row));
                else
                    await output.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(row, Json) + "\n"), cancellationToken);
            }
        }

        return count;
    }

    /// <summary>A line of a file of JSON lines, or null when it is none.</summary>
    public static ActivityRow? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ActivityRow>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Entries with their places, in portions, so that no site is too long.</summary>
    public static async IAsyncEnumerable<ActivityEntry> EntriesAsync(
        FasterMoneyDb db, Guid siteId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var entries = await db.Activity.AsNoTracking().Where(entry => entry.SiteId == siteId && entry.Sequence > 0 && entry.Sequence > last).OrderBy(entry => entry.Sequence).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var entry in entries)
                yield return entry;
            if (entries.Count < AtOnce)
                yield break;
            last = entries[^1].Sequence;
        }
    }

    private static async IAsyncEnumerable<ActivityRow> OfAsync(
        FasterMoneyDb db, Site site, DateOnly? from, DateOnly? to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var zone = site.TimeZone;
        var previous = ActivityEntry.NoHash;
        var numbers = await db.Invoices.Where(invoice => invoice.SiteId == site.Id && invoice.Number != null).Select(invoice => new { invoice.Id, invoice.Number })
            .ToDictionaryAsync(invoice => invoice.Id, invoice => invoice.Number, cancellationToken);
        await foreach (var entry in EntriesAsync(db, site.Id, cancellationToken))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(entry.At, zone));
            if (!(day < from) && !(day > to))
            {
                var number = entry.InvoiceId is { } invoice ? numbers.GetValueOrDefault(invoice) : null;
                yield return new ActivityRow(
                    site.Name, site.Id, entry.Sequence, entry.Id, entry.At, entry.Kind.ToString(), entry.ActorName, entry.ActorUserId, ActivitySentence.For(entry), entry.Detail,
                    number, entry.InvoiceId, entry.CustomerId, Convert.ToHexString(previous), Convert.ToHexString(entry.Hash));
            }

            previous = entry.Hash;
        }
    }

    private static IEnumerable<string?> Cells(ActivityRow row) =>
    [
        row.Site, row.Sequence.ToString(CultureInfo.InvariantCulture), row.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), row.Kind, row.Actor, row.Sentence, row.Detail,
        row.Invoice, row.Id.ToString(), row.SiteId.ToString(), row.ActorId?.ToString(), row.InvoiceId?.ToString(), row.CustomerId?.ToString(), row.Previous, row.Hash,
    ];

    private static Task WriteAsync(CsvLines csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.Text(cell);
        return csv.EndRowAsync();
    }
}

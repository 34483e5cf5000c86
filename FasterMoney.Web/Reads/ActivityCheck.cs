using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>What a look at the chains of sites found.</summary>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="Findings">What is wrong, the first of it; empty when nothing is.</param>
public sealed record ActivityFindings(long Entries, IReadOnlyList<string> Findings);

/// <summary>Says whether a row of the activity was changed or removed since it was stored.</summary>
public static class ActivityCheck
{
    private const int MostFindings = 20;

    public static async Task<ActivityFindings> OfAsync(FasterMoneyDb db, IEnumerable<Site> sites, CancellationToken cancellationToken)
    {
        var (count, findings) = (0L, new List<string>());
        foreach (var site in sites)
            count += await CheckAsync(db, site, findings, cancellationToken);

        return new ActivityFindings(count, [.. findings.Take(MostFindings)]);
    }

    /// <summary>What of a file of JSON lines, exported earlier, is not in the database as it was then: a whole chain that was written anew shows only here.</summary>
    public static async Task<ActivityFindings> OfAsync(FasterMoneyDb db, IAsyncEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var (count, findings) = (0L, new List<string>());
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            count++;
            if (ActivityRows.Read(line) is not { } row)
                findings.Add($"Line {count} of the file is not an entry.");
            else if (await db.Activity.Where(entry => entry.SiteId == row.SiteId && entry.Sequence == row.Sequence).Select(entry => entry.Hash).SingleOrDefaultAsync(cancellationToken) is not { } hash)
                findings.Add($"{row.Site}: entry {row.Sequence} of the file is not there any more.");
            else if (!string.Equals(Convert.ToHexString(hash), row.Hash, StringComparison.Ordinal))
                findings.Add($"{row.Site}: entry {row.Sequence} is another one than in the file.");
            if (findings.Count >= MostFindings)
                break;
        }

        return new ActivityFindings(count, findings);
    }

    private static async Task<long> CheckAsync(FasterMoneyDb db, Site site, List<string> findings, CancellationToken cancellationToken)
    {
        var (count, last, previous) = (0L, 0L, ActivityEntry.NoHash);
        // The end first: what is written meanwhile lies behind it.
        var end = await db.ActivityChains.AsNoTracking().SingleOrDefaultAsync(chain => chain.SiteId == site.Id, cancellationToken);
        await foreach (var entry in ActivityRows.EntriesAsync(db, site.Id, cancellationToken))
        {
            count++;
            if (entry.Sequence != last + 1)
                findings.Add($"{site.Name}: {Entries(last + 1, entry.Sequence - 1)} removed.");
            else if (!entry.Follows(previous))
                findings.Add($"{site.Name}: entry {entry.Sequence} of {entry.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC was changed.");
            if (entry.Sequence == end?.Length && !entry.Hash.AsSpan().SequenceEqual(end.Hash))
                findings.Add($"{site.Name}: the chain ends otherwise than it did when entry {entry.Sequence} was stored.");

            (last, previous) = (entry.Sequence, entry.Hash);
        }

        if (end?.Length > last)
            findings.Add($"{site.Name}: {Entries(last + 1, end.Length)} removed.");
        if (end is null && last > 0)
            findings.Add($"{site.Name}: the end of the chain was removed.");
        if (await db.Activity.CountAsync(entry => entry.SiteId == site.Id && entry.Sequence == 0, cancellationToken) is > 0 and var outside)
            findings.Add($"{site.Name}: {Counted.Of(outside, "entry stands", "entries stand")} outside the chain.");
        return count;
    }

    private static string Entries(long first, long last) => first == last ? $"entry {first} was" : $"the entries {first} to {last} were";
}

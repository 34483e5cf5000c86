using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>
/// Counts tries to prove who one is. Each is counted before it is looked at, so that many at once do not slip through together;
/// a success gives it back. Counts are in the database, for all instances.
/// </summary>
public sealed class SignInTries(IDbContextFactory<FasterMoneyDb> databases, TimeProvider clock)
{
    // So often somebody else may count the same thing at the same moment before this try is turned away.
    private const int Patience = 8;

    /// <summary>Takes one try of each; null when there is one, otherwise how long to wait for it.</summary>
    public async Task<TimeSpan?> TakeAsync(IReadOnlyList<TryKey> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var left = keys.ToList();
        for (var round = 0; round < Patience; round++)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var names = left.ConvertAll(key => key.Key);
            var counts = await db.Set<TryCount>().AsNoTracking().Where(count => names.Contains(count.Key)).ToListAsync(cancellationToken);
            if (counts.Where(count => count.ForgottenAt > now && count.NextAt > now).Select(count => count.NextAt).DefaultIfEmpty().Max() is var next && next > now)
                return next - now;

            foreach (var key in left.ToList())
            {
                if (await CountAsync(db, key, counts.Find(count => count.Key == key.Key), now, cancellationToken))
                    left.Remove(key);
            }

            if (left.Count == 0)
                return null;
        }

        return TimeSpan.FromSeconds(1);
    }

    /// <summary>Gives the tries of a success back.</summary>
    public async Task GiveBackAsync(IReadOnlyList<TryKey> keys, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = keys.Where(key => key.Rule.EndsWithSuccess).Select(key => key.Key).ToList();
        var others = keys.Where(key => !key.Rule.EndsWithSuccess).Select(key => key.Key).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<TryCount>().Where(count => ended.Contains(count.Key)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TryCount>().Where(count => others.Contains(count.Key) && count.Count > 0).ExecuteUpdateAsync(
            set => set.SetProperty(count => count.Count, count => count.Count - 1).SetProperty(count => count.NextAt, now), cancellationToken);
    }

    /// <summary>True for the first who shows this, until it is forgotten: a code is good for one sign-in.</summary>
    public async Task<bool> IsFirstAsync(string what, TimeSpan forgotten, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rule = new TryRule("once", 1, forgotten, forgotten, forgotten, EndsWithSuccess: false);
        await db.Set<TryCount>().Where(count => count.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);
        return await AddAsync(db, rule.For(what), now, cancellationToken);
    }

    // False when somebody else counted first: then it is looked at again.
    private static async Task<bool> CountAsync(FasterMoneyDb db, TryKey key, TryCount? seen, DateTime now, CancellationToken cancellationToken)
    {
        if (seen is null)
        {
            await db.Set<TryCount>().Where(count => count.ForgottenAt <= now).ExecuteDeleteAsync(cancellationToken);
            return await AddAsync(db, key, now, cancellationToken);
        }

        var tries = seen.ForgottenAt <= now ? 1 : seen.Count + 1;
        var (next, forgotten) = (now + key.Rule.WaitAfter(tries), now + key.Rule.Forgotten);
        return await db.Set<TryCount>()
            .Where(count => count.Key == key.Key && count.Count == seen.Count && count.NextAt == seen.NextAt && count.ForgottenAt == seen.ForgottenAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(count => count.Count, tries).SetProperty(count => count.NextAt, next).SetProperty(count => count.ForgottenAt, forgotten),
                cancellationToken) == 1;
    }

    private static async Task<bool> AddAsync(FasterMoneyDb db, TryKey key, DateTime now, CancellationToken cancellationToken)
    {
        var added = db.Add(new TryCount { Key = key.Key, Count = 1, NextAt = now + key.Rule.WaitAfter(1), ForgottenAt = now + key.Rule.Forgotten });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsDuplicate())
        {
            return false;
        }
        finally
        {
            added.State = EntityState.Detached;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Recovering;

/// <summary>What somebody asked for.</summary>
/// <param name="Email">As it was typed.</param>
/// <param name="Address">The workspace's own address; null when the request came by a name that is not known to be its own.</param>
/// <param name="Code">What the link will hold, drawn whether or not there is an account.</param>
internal sealed record LetterRequest(string Email, string? Address, string Code);

/// <summary>A letter whose turn it is, for this instance alone.</summary>
internal sealed record TakenLetter(Guid Id, bool LinkMade, LetterRequest? Request);

/// <summary>What was asked for and has not left yet, kept in the database so that neither a restart nor a mail server that is away loses it.</summary>
internal sealed class AskedLetters(IDbContextFactory<FasterMoneyDb> databases, IDataProtectionProvider protection, TimeProvider time)
{
    private const int MostWaiting = 1000;
    private const int MostAtOnce = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private readonly OutboxSignal _signal = new();
    private readonly IDataProtector _protector = protection.CreateProtector("FasterMoney.AskedLetter");

    /// <summary>Keeps it. The same work for every address.</summary>
    public async Task AskAsync(string email, string? address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var letters = db.Set<AskedLetter>();
        if (await letters.CountAsync(cancellationToken) >= MostWaiting)
            return;

        letters.Add(new AskedLetter
        {
            Id = Guid.CreateVersion7(now),
            ProtectedRequest = _protector.Protect(JsonSerializer.Serialize(new LetterRequest(email, address, SecretCode.New()))),
            AskedAt = now,
            NextTryAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        _signal.Give();
    }

    /// <summary>Waits until something is asked for, or it is time to look.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(Pause, time, cancellationToken);

    /// <summary>Takes those whose time has come, and forgets those that are too old. A request is null when the keys that it was encrypted with are lost.</summary>
    public async Task<IReadOnlyList<TakenLetter>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var tooOld = now - AskedLetter.Lifetime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var letters = db.Set<AskedLetter>();
        var due = await letters.AsNoTracking().Where(letter => letter.NextTryAt <= now).OrderBy(letter => letter.NextTryAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        var taken = new List<TakenLetter>();
        foreach (var letter in due)
        {
            if (letter.AskedAt <= tooOld)
            {
                await letters.Where(old => old.Id == letter.Id).ExecuteDeleteAsync(cancellationToken);
                continue;
            }

            // The older it is, the longer it waits. One UPDATE decides which instance has it.
            var age = now - letter.AskedAt;
            var next = now + (age > FirstWait ? age : FirstWait);
            if (await letters.Where(open => open.Id == letter.Id && open.NextTryAt == letter.NextTryAt)
                .ExecuteUpdateAsync(set => set.SetProperty(open => open.NextTryAt, next), cancellationToken) == 1)
            {
                taken.Add(new TakenLetter(letter.Id, letter.LinkMade, Read(letter.ProtectedRequest)));
            }
        }

        return taken;
    }

    /// <summary>Forgets one that left, or that nobody waits for.</summary>
    public async Task ForgetAsync(TakenLetter letter, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<AskedLetter>().Where(known => known.Id == letter.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private LetterRequest? Read(string protectedRequest)
    {
        try
        {
            return JsonSerializer.Deserialize<LetterRequest>(_protector.Unprotect(protectedRequest));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>
/// Whether the person at this device proved lately that it is them: asked before something that would outlive a borrowed or stolen
/// sign-in, such as another passkey. Signing in is no such proof: it may be days ago.
/// </summary>
internal sealed class Confirmation(IDbContextFactory<FasterMoneyDb> databases, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The page that asks, which leads back.</summary>
    public static string PageFor(string returnUrl) => $"/account/confirm?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public async Task<bool> IsFreshAsync(HttpContext context)
    {
        var (id, since) = (context.User.SignInId(), time.GetUtcNow().UtcDateTime - Lifetime);
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        return await db.Set<PersonSignIn>().AnyAsync(signIn => signIn.Id == id && signIn.ConfirmedAt > since, context.RequestAborted);
    }

    public async Task NoteAsync(HttpContext context)
    {
        var (id, now) = (context.User.SignInId(), time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        await db.Set<PersonSignIn>().Where(signIn => signIn.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(signIn => signIn.ConfirmedAt, now), context.RequestAborted);
    }
}

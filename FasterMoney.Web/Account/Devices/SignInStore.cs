using System.Security.Claims;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Devices;

/// <summary>
/// Keeps sign-ins in the database, so that they end when they are told to, on every instance. The cookie holds a random key alone.
/// </summary>
internal sealed class SignInStore(IDbContextFactory<FasterMoneyDb> databases, TimeProvider time) : ITicketStore
{
    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A sign-in comes with its request.");

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var key = SecretCode.New();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<PersonSignIn>().Where(old => old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new PersonSignIn
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = SecretCode.HashOf(key),
            UserId = PersonOf(ticket),
            Ticket = TicketSerializer.Default.Serialize(ticket),
            Device = DeviceName.Of(httpContext.Request.Headers.UserAgent),
            Address = AddressOf(httpContext),
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = EndOf(ticket, now),
        });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException("A sign-in comes with its request.");

    // Never for somebody else, who would come in by a key that another person knows; and never one that has ended meanwhile.
    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (hash, person, now) = (SecretCode.HashOf(key), PersonOf(ticket), time.GetUtcNow().UtcDateTime);
        var (kept, end, address) = (TicketSerializer.Default.Serialize(ticket), EndOf(ticket, now), AddressOf(httpContext));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<PersonSignIn>().Where(signIn => signIn.KeyHash == hash && signIn.UserId == person).ExecuteUpdateAsync(
            set => set
                .SetProperty(signIn => signIn.Ticket, kept)
                .SetProperty(signIn => signIn.LastUsedAt, now)
                .SetProperty(signIn => signIn.ExpiresAt, end)
                .SetProperty(signIn => signIn.Address, address),
            cancellationToken);
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, now) = (SecretCode.HashOf(key), time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<PersonSignIn>().Where(signIn => signIn.KeyHash == hash && signIn.ExpiresAt > now)
            .Select(signIn => new
            {
                signIn.Id,
                signIn.Ticket,
                IsAsked = db.Memberships.Any(place => place.UserId == signIn.UserId && !place.Disabled && db.Sites.Any(site => site.Id == place.SiteId && site.RequiresSecondFactor)),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || TicketSerializer.Default.Deserialize(found.Ticket) is not { } ticket)
            return null;

        SignInClaims.Mark(ticket.Principal, found.Id, found.IsAsked);
        return ticket;
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = SecretCode.HashOf(key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<PersonSignIn>().Where(signIn => signIn.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    private static Guid PersonOf(AuthenticationTicket ticket) =>
        ticket.Principal.PersonId() ?? throw new InvalidOperationException("A sign-in is a person's.");

    private static DateTime EndOf(AuthenticationTicket ticket, DateTime now) =>
        ticket.Properties.ExpiresUtc?.UtcDateTime ?? now + AccountSetup.SignInLifetime;

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}

/// <summary>What a signed-in person's principal says of the sign-in itself.</summary>
internal static class SignInClaims
{
    private const string SignIn = PersonPrincipal.SignIn;
    private const string StepDue = "second_step_due";

    // Nothing of the account, but of how this device came in: a principal that is made anew does not have it.
    private static readonly string[] OfTheDevice = [SignIn, StepDue, ClaimTypes.AuthenticationMethod];

    /// <summary>Whether the person came in by a password alone.</summary>
    public static bool CameByPasswordAlone(this ClaimsPrincipal principal) =>
        !principal.HasClaim(ClaimTypes.AuthenticationMethod, ProvedBy.TwoSteps) && !principal.HasClaim(ClaimTypes.AuthenticationMethod, ProvedBy.Passkey);

    /// <summary>Whether a business asks for a second step that this sign-in does not have: until then there are only the account's own pages.</summary>
    public static bool IsSecondStepDue(this ClaimsPrincipal principal) => principal.HasClaim(StepDue, "yes");

    public static void Mark(ClaimsPrincipal principal, Guid id, bool secondStepIsAsked)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        foreach (var old in identity.FindAll(claim => claim.Type is SignIn or StepDue).ToList())
            identity.RemoveClaim(old);
        identity.AddClaim(new Claim(SignIn, id.ToString()));
        if (secondStepIsAsked && principal.CameByPasswordAlone())
            identity.AddClaim(new Claim(StepDue, "yes"));
    }

    /// <summary>Takes over what a principal that is made anew would lose.</summary>
    public static void Keep(ClaimsPrincipal? from, ClaimsPrincipal to)
    {
        var identity = (ClaimsIdentity)to.Identity!;
        foreach (var claim in from?.Claims.Where(claim => OfTheDevice.Contains(claim.Type)) ?? [])
        {
            if (!identity.HasClaim(claim.Type, claim.Value))
                identity.AddClaim(claim.Clone());
        }
    }
}

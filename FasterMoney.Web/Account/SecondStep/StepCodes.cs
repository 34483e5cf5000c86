using System.Security.Claims;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SecondStep;

/// <summary>How a code was taken.</summary>
internal enum CodeAnswer
{
    Wrong,
    Right,
    Recovery,
}

/// <summary>The second step of signing in: a code of an authenticator app (RFC 6238), or a recovery code.</summary>
internal sealed class StepCodes(UserManager<Person> people, FasterMoneyDb db, SignInTries tries, TimeProvider time)
{
    private const string Stamp = "stamp";
    private const string Stay = "stay";

    // A code is taken for up to a minute and a half on either side of now.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    public Task<bool> IsOnAsync(Person person) => people.GetTwoFactorEnabledAsync(person);

    /// <summary>Remembers in an encrypted cookie, for a few minutes, whose password was right.</summary>
    public async Task BeginAsync(HttpContext context, Person person, bool stay)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, person.Id.ToString()));
        identity.AddClaim(new Claim(Stamp, await people.GetSecurityStampAsync(person)));
        if (stay)
            identity.AddClaim(new Claim(Stay, "yes"));
        await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Whose password was right, and whether they want to stay; null when that is too long ago or their sign-in changed since.</summary>
    public async Task<(Person Person, bool Stay)?> BegunAsync(HttpContext context)
    {
        var begun = (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return begun?.FindFirstValue(ClaimTypes.Name) is { } id && await people.FindByIdAsync(id) is { } person
            && begun.FindFirstValue(Stamp) == await people.GetSecurityStampAsync(person)
                ? (person, begun.HasClaim(Stay, "yes"))
                : null;
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    /// <summary>Looks at a code of the app. The same one is not taken twice: somebody may have looked over a shoulder.</summary>
    public async Task<bool> IsRightAsync(Person person, string typed, CancellationToken cancellationToken)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length == 6
            && await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, digits)
            && await tries.IsFirstAsync($"code {person.Id:N} {digits}", CodeLifetime, cancellationToken);
    }

    /// <summary>Looks at a code of the app or at a recovery code, which is used up by it and noted in the activity.</summary>
    /// <param name="person">Whose code it should be.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="forWhat">What a recovery code was used for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CodeAnswer> TakeAsync(Person person, string typed, string forWhat, CancellationToken cancellationToken)
    {
        if (typed.All(character => char.IsAsciiDigit(character) || character is ' ' or '-'))
            return await IsRightAsync(person, typed, cancellationToken) ? CodeAnswer.Right : CodeAnswer.Wrong;
        if (!(await people.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded)
            return CodeAnswer.Wrong;

        await NoteAsync(person, $"{forWhat} with a recovery code, {await people.CountRecoveryCodesAsync(person)} are left", cancellationToken);
        return CodeAnswer.Recovery;
    }

    /// <summary>Turns the second step on, once a code of the app was right, and ends the person's other sign-ins.</summary>
    /// <returns>The recovery codes, which are shown now and never again.</returns>
    public async Task<IReadOnlyList<string>> TurnOnAsync(Person person, Guid? signInId, CancellationToken cancellationToken)
    {
        await people.SetTwoFactorEnabledAsync(person, true);
        await db.EndSignInsAsync(person.Id, signInId, cancellationToken);
        await NoteAsync(person, "turned on a second step for signing in", cancellationToken);
        return await NewCodesAsync(person);
    }

    public async Task<IReadOnlyList<string>> NewCodesAsync(Person person) =>
        [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCode.HowMany) ?? []];

    public async Task TurnOffAsync(Person person, CancellationToken cancellationToken)
    {
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.RemoveAuthenticationTokenAsync(person, "[AspNetUserStore]", "AuthenticatorKey");
        await people.RemoveAuthenticationTokenAsync(person, "[AspNetUserStore]", "RecoveryCodes");
        await NoteAsync(person, "turned off the second step for signing in", cancellationToken);
    }

    private async Task NoteAsync(Person person, string whatWasDone, CancellationToken cancellationToken)
    {
        await Recovery.NoteAsync(db, person.Id, new Actor(person.Id, person.DisplayName), time.GetUtcNow().UtcDateTime, whatWasDone, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

using System.Security.Claims;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>How somebody proved who they are (RFC 8176).</summary>
internal static class ProvedBy
{
    public const string Password = "pwd";

    /// <summary>A password and a code of an app.</summary>
    public const string TwoSteps = "mfa";

    /// <summary>A passkey: a thing they have, opened by something they know or are.</summary>
    public const string Passkey = "hwk";
}

/// <summary>Signs a person in on this device, which is known to be theirs from now on.</summary>
internal sealed class SigningIn(SignInManager<Person> signIn, KnownDevices devices)
{
    public async Task CompleteAsync(HttpContext context, Person person, string how, bool stay = false)
    {
        await signIn.SignInAsync(person, stay, how);
        devices.Remember(context, person.Email!);
    }

    /// <summary>Keeps this device signed in, which has proved more than before.</summary>
    public async Task RenewAsync(HttpContext context, Person person, string how)
    {
        var present = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInWithClaimsAsync(person, present.Properties, [new Claim(ClaimTypes.AuthenticationMethod, how)]);
    }
}

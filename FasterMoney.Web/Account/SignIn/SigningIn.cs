using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>How somebody proved who they are (RFC 8176).</summary>
internal static class ProvedBy
{
    public const string Password = "pwd";

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
}

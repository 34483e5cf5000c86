using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Data;

/// <summary>Somebody who signs in. What they may do on a site is their membership, not a property of the account.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The name colleagues see in the activity. Never shown to customers.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Somebody new. The e-mail address is what they sign in with.</summary>
    public static Person New(string displayName, string email, DateTime utcNow) => new()
    {
        Id = Guid.CreateVersion7(utcNow),
        DisplayName = displayName.Trim(),
        Email = email.Trim(),
        UserName = email.Trim(),
    };
}

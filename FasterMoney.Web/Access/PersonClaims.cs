using System.Security.Claims;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FasterMoney.Web.Access;

/// <summary>What the cookie says about a person: id, e-mail, and the name that colleagues see.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    internal const string DisplayName = "display_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}

public static class PersonPrincipal
{
    /// <summary>The claim that names the sign-in itself.</summary>
    internal const string SignIn = "sign_in";

    /// <summary>The signed-in person's account, or null for a stranger.</summary>
    public static Guid? PersonId(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Which sign-in this is; null for a stranger.</summary>
    public static Guid? SignInId(this ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(SignIn), out var id) ? id : null;

    /// <summary>The name that colleagues see.</summary>
    public static string PersonName(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(PersonClaims.DisplayName) is { Length: > 0 } name ? name : principal.Identity?.Name ?? "";
}

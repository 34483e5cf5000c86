using System.Security.Claims;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FasterMoney.Web.Account;

/// <summary>Looks at the account again every few minutes: the password or passkeys did not change, and the person still has a place somewhere.</summary>
internal sealed class PersonStampValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<Person> signIn, ILoggerFactory logs, PersonAccess access)
    : SecurityStampValidator<Person>(options, signIn, logs)
{
    protected override async Task<Person?> VerifySecurityStamp(ClaimsPrincipal? principal)
    {
        var person = await base.VerifySecurityStamp(principal);
        return person is not null && await access.HasPlaceAsync(person.Id, CancellationToken.None) ? person : null;
    }
}

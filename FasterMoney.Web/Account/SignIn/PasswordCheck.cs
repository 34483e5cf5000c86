using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>Finds the person of an e-mail and a password, or nobody, without telling why and in about the same time.</summary>
internal sealed class PasswordCheck(UserManager<Person> people, SignInManager<Person> signIn, IPasswordHasher<Person> hasher)
{
    private static readonly Person Nobody = new();
    private static string? _hashOfNobody;

    public async Task<Person?> PersonOfAsync(string email, string password)
    {
        var person = email.Length == 0 ? null : await people.FindByEmailAsync(email);
        if (person is null || await people.IsLockedOutAsync(person) || !await people.HasPasswordAsync(person))
        {
            _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _hashOfNobody, password);
            return null;
        }

        return (await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true)).Succeeded ? person : null;
    }
}

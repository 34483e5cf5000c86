using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>Whose password it is, or nobody's; or how long to wait before one is looked at.</summary>
internal sealed record PasswordAnswer(Person? Person, TimeSpan? Wait);

/// <summary>
/// Finds the person of an e-mail and a password, or nobody, without telling why and in about the same time. Wrong ones are counted,
/// wherever a password is asked for, and what was typed is counted the same whether there is such an account or not.
/// </summary>
internal sealed class PasswordCheck(
    UserManager<Person> people, IPasswordHasher<Person> hasher, ILookupNormalizer normalizer, SignInTries tries, KnownDevices devices)
{
    private static readonly Person Nobody = new();
    private static string? _hashOfNobody;

    public async Task<PasswordAnswer> AskAsync(HttpContext context, string email, string password)
    {
        var keys = KeysOf(context, email);
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return new PasswordAnswer(null, wait);

        var person = email.Length == 0 ? null : await people.FindByEmailAsync(email);
        if (person is null || !await people.HasPasswordAsync(person))
        {
            _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, _hashOfNobody, password);
            return new PasswordAnswer(null, null);
        }

        if (!await people.CheckPasswordAsync(person, password))
            return new PasswordAnswer(null, null);

        await tries.GiveBackAsync(keys, context.RequestAborted);
        return new PasswordAnswer(person, null);
    }

    private TryKey[] KeysOf(HttpContext context, string email)
    {
        var account = normalizer.NormalizeEmail(email) ?? "";
        if (devices.NameFor(context, email) is { } device)
            return [TryRule.Device.For(device, account)];

        var network = TryRule.NetworkOf(context.Connection.RemoteIpAddress);
        return [TryRule.Network.For(network), TryRule.Account.For(account, network), TryRule.Everywhere.For(account)];
    }
}

using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Samples;

/// <summary>The account that owns the sample and the seeded businesses.</summary>
public sealed class SampleOwner(IServiceScopeFactory scopes, SampleDataSettings settings)
{
    public const string Email = "owner@sample.example";

    /// <summary>Finds or makes the account. The password is the configured one, or a new one for a new account when none is.</summary>
    public async Task<(Person Owner, string? Password)> EnsureAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByEmailAsync(Email) is { } known)
            return (known, settings.Password);

        var password = settings.Password ?? $"{Guid.NewGuid():N}"[..16];
        var owner = new Person { UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "Olivia Sample" };
        var made = await people.CreateAsync(owner, password);
        return made.Succeeded
            ? (owner, password)
            : throw new StartRefused($"The sample account cannot be made: {string.Join(" ", made.Errors.Select(error => error.Description))}");
    }

    /// <summary>The line that says how to sign in.</summary>
    public static string SignIn(string? password) => $"Sample account: {Email} / {password ?? "(the password it has)"}";

    public static Membership Owns(Site site, Person owner) => new(site.Id, owner.Id, SiteRole.Owner);
}

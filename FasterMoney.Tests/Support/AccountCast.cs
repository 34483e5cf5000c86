using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>Puts people and their businesses into an application under test.</summary>
public static class AccountCast
{
    public const string Password = "correct horse battery";

    public static readonly DateTime Opened = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static async Task<Guid> OpenBusinessAsync(this FasterMoneyApp app, string name = "Acme")
    {
        await using var db = await app.OpenDbAsync();
        var site = new Site(SiteContent.New(name, "USD", "UTC"), Opened);
        db.Add(site);
        await db.SaveChangesAsync();
        return site.Id;
    }

    public static async Task<Guid> AddPersonAsync(this FasterMoneyApp app, string email, Guid? siteId = null, SiteRole role = SiteRole.Owner)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var person = Person.New(email.Split('@')[0], email, Opened);
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password);
        created.Succeeded.Should().BeTrue(because: string.Join(" ", created.Errors.Select(error => error.Description)));
        if (siteId is { } site)
        {
            await using var db = await app.OpenDbAsync();
            db.Add(new Membership(site, person.Id, role));
            await db.SaveChangesAsync();
        }

        return person.Id;
    }
}

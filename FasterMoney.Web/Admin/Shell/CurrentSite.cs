using System.Security.Claims;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Shell;

/// <summary>Who is at work, and at which of their sites. Read once per page load, and handed to the circuit with it.</summary>
public sealed record CurrentSite(
    Guid UserId,
    string PersonName,
    Guid SiteId,
    string SiteName,
    SiteRole Role,
    string Culture,
    string TimeZone,
    IReadOnlyList<SiteChoice> Sites)
{
    /// <summary>By which of their sign-ins they are here.</summary>
    public Guid SignInId { get; init; }

    public Caller Caller => new(UserId, SiteId);

    /// <summary>What the screen offers. The server asks the database again for each act.</summary>
    public bool MayChange => Role >= SiteRole.Admin;
}

public sealed record SiteChoice(Guid Id, string Name);

/// <summary>Finds where a person works: the site they chose if they belong to it, otherwise the one that was there first.</summary>
public sealed class CurrentSiteReads(IDbContextFactory<FasterMoneyDb> databases)
{
    public async Task<CurrentSite?> FindAsync(ClaimsPrincipal person, string? chosenSite, CancellationToken cancellationToken)
    {
        if (person.PersonId() is not { } userId)
            return null;

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var places = await (
            from membership in db.Memberships
            where membership.UserId == userId && !membership.Disabled
            join site in db.Sites on membership.SiteId equals site.Id
            orderby site.CreatedAt, site.Id
            select new { site.Id, site.Name, Culture = site.NumberFormat != "" ? site.NumberFormat : site.Language, site.TimeZoneId, membership.Role }).ToListAsync(cancellationToken);
        if (places.Count == 0)
            return null;

        var here = (Guid.TryParse(chosenSite, out var id) ? places.Find(place => place.Id == id) : null) ?? places[0];
        return new CurrentSite(userId, person.PersonName(), here.Id, here.Name, here.Role, here.Culture, here.TimeZoneId,
            [.. places.OrderBy(place => place.Name, StringComparer.CurrentCultureIgnoreCase).Select(place => new SiteChoice(place.Id, place.Name))])
        {
            SignInId = person.SignInId() ?? Guid.Empty,
        };
    }
}

using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>The people whose follow-ups are shown, by their accounts.</summary>
public sealed class FollowUpPeople
{
    private readonly Dictionary<Guid, Colleague> _byId;

    private FollowUpPeople(IEnumerable<Colleague> people) => _byId = people.ToDictionary(person => person.Place.UserId);

    /// <summary>Everybody in force, by name.</summary>
    public IReadOnlyList<Colleague> InForce => [.. _byId.Values.Where(person => !person.Place.Disabled).OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>A person's place on the site, or null.</summary>
    public Membership? PlaceOf(Guid userId) => _byId.GetValueOrDefault(userId)?.Place;

    /// <summary>A person as the one with the account <paramref name="you"/> sees them.</summary>
    public FollowUpPerson Seen(Guid userId, Guid? you) => _byId.GetValueOrDefault(userId) is { } person
        ? new FollowUpPerson(person.Name, userId == you, !person.Place.Disabled)
        : new FollowUpPerson("Somebody", false, false);

    /// <summary>Those with these accounts; everybody when there are none given.</summary>
    public static async Task<FollowUpPeople> OfAsync(SiteSession session, IEnumerable<Guid>? userIds, CancellationToken cancellationToken)
    {
        var siteId = session.Site.Id;
        var places = session.Db.Memberships.Where(membership => membership.SiteId == siteId);
        if (userIds?.Distinct().ToList() is { } ids)
            places = places.Where(membership => EF.Parameter(ids).Contains(membership.UserId));

        return new FollowUpPeople(await (
            from membership in places
            join person in session.Db.Users on membership.UserId equals person.Id
            select new Colleague(membership, person.DisplayName)).ToListAsync(cancellationToken));
    }
}

/// <summary>Somebody of the site, with their place there.</summary>
public sealed record Colleague(Membership Place, string Name);

using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>One thing to do before the first customer has a link.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Button">What leads there.</param>
/// <param name="Address">Where.</param>
/// <param name="IsDone">Whether it is, by what really happened.</param>
/// <param name="IsOwners">Whether only owners can do it.</param>
public sealed record FirstStep(string Text, string Button, string Address, bool IsDone, bool IsOwners = false);

/// <summary>Reads how far a business is, for those who can go on.</summary>
public sealed class FirstStepReads(SiteAccess access)
{
    // Who bills so much already has found the way.
    private const int MostInvoices = 3;

    /// <summary>Each step; none when all are done or put away, and for who only looks.</summary>
    public async Task<IReadOnlyList<FirstStep>> FindAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, site) = (session.Db, session.Site);
        var kept = await db.FirstSteps.SingleOrDefaultAsync(steps => steps.SiteId == site.Id, cancellationToken);
        if (session.Role < SiteRole.Admin || kept is { DismissedAt: not null })
            return [];

        var invoices = db.Invoices.Where(invoice => invoice.SiteId == site.Id);
        if (await invoices.Select(invoice => invoice.Id).Order().Take(MostInvoices).CountAsync(cancellationToken) == MostInvoices)
            return [];

        FirstStep[] steps =
        [
            new("Enter what customers read of your business: address, e-mail or phone, how to pay", "Business details", "/settings/site",
                site.Address.Length > 0 && site.ContactEmail.Length + site.ContactPhone.Length > 0, IsOwners: true),
            new("Set up the customer portal, and check that customers can reach it", "Customer portal", "/settings/portal",
                site.PortalOn && site.Portal is { } route && kept?.CheckedRoute == route.UrlFor(""), IsOwners: true),
            new("Add your first customer", "Add customer", "/customers/new", await db.Customers.AnyAsync(customer => customer.SiteId == site.Id, cancellationToken)),
            new("Write your first invoice", "Write it", "/invoices/new", await invoices.AnyAsync(cancellationToken)),
            new("Send it, and copy its portal link", "How to", "/help/portal-links", await db.PortalLinks.AnyAsync(link => link.SiteId == site.Id && link.LastCopiedAt != null, cancellationToken)),
        ];
        return steps.All(step => step.IsDone) ? [] : steps;
    }
}

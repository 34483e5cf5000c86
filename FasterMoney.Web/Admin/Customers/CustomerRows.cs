using FasterMoney.Domain.Customers;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Customers;

public sealed record CustomerRow(Guid Id, string Name, string ContactName, string Email, int Invoices);

/// <summary>One page of a site's customers; <paramref name="IsEmpty"/> when the site has none at all.</summary>
public sealed record CustomerList(IReadOnlyList<CustomerRow> Rows, int Matching, int Page, bool IsEmpty);

public sealed record CustomerChoice(Guid Id, string Name, string ContactName, string Email);

/// <summary>Reads customers by name, contact and e-mail.</summary>
public sealed class CustomerRows(SiteAccess access)
{
    public const int MostChoices = 20;

    /// <summary>A page of the customers that match; beyond the last page, the last one.</summary>
    public async Task<CustomerList> ReadAsync(Caller caller, string search, int page, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var siteId = session.Site.Id;
        var matching = Matching(session, search);
        var count = await matching.CountAsync(cancellationToken);
        var isEmpty = count == 0 && !await session.Db.Customers.AnyAsync(customer => customer.SiteId == siteId, cancellationToken);
        var shown = Paging.Nearest(page, count);
        var ids = await Paging.IdsAsync(shown, count, opposite => Ordered(matching, down: opposite).Select(customer => customer.Id), cancellationToken);
        var customers = await Ordered(session.Db.Customers.Where(customer => customer.SiteId == siteId && EF.Parameter(ids).Contains(customer.Id)), down: false)
            .Select(customer => new { customer.Id, customer.Name, customer.ContactName, customer.Email })
            .ToListAsync(cancellationToken);
        var invoices = await session.Db.Invoices
            .Where(invoice => invoice.SiteId == siteId && EF.Parameter(ids).Contains(invoice.CustomerId))
            .GroupBy(invoice => invoice.CustomerId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new CustomerList(
            customers.ConvertAll(customer => new CustomerRow(
                customer.Id, customer.Name, customer.ContactName, customer.Email, invoices.GetValueOrDefault(customer.Id))),
            count,
            shown,
            isEmpty);
    }

    /// <summary>At most twenty customers to choose from.</summary>
    public async Task<IReadOnlyList<CustomerChoice>> ChoicesAsync(Caller caller, string search, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return await Ordered(Matching(session, search), down: false)
            .Take(MostChoices)
            .Select(customer => new CustomerChoice(customer.Id, customer.Name, customer.ContactName, customer.Email))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Customer> Ordered(IQueryable<Customer> customers, bool down) => down
        ? customers.OrderByDescending(customer => customer.SearchText).ThenByDescending(customer => customer.Id)
        : customers.OrderBy(customer => customer.SearchText).ThenBy(customer => customer.Id);

    private static IQueryable<Customer> Matching(SiteSession session, string search)
    {
        var siteId = session.Site.Id;
        var customers = session.Db.Customers.Where(customer => customer.SiteId == siteId);
        var text = search.Trim().ToLowerInvariant();
        return text.Length == 0 ? customers : customers.Where(customer => customer.SearchText.Contains(text));
    }
}

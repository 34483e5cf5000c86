using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Finds customers. A model is given names; e-mail and postal addresses stay here.</summary>
public sealed class CustomerReads(SiteAccess access)
{
    private const int MostFound = 10;

    public async Task<FoundCustomers> SearchAsync(Caller caller, string search, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (db, siteId, text) = (session.Db, session.Site.Id, search.Trim().ToLowerInvariant());
        var found = await db.Customers.Where(customer => customer.SiteId == siteId && customer.SearchText.Contains(text))
            .OrderBy(customer => customer.SearchText).ThenBy(customer => customer.Id).Take(MostFound + 1)
            .Select(customer => new
            {
                customer.Name,
                Open = db.Invoices.Count(invoice => invoice.SiteId == siteId && invoice.CustomerId == customer.Id && invoice.Bucket == InvoiceBucket.Open),
            }).ToListAsync(cancellationToken);
        return new FoundCustomers([.. found.Take(MostFound).Select(each => new FoundCustomer(Quoted.Of(each.Name), each.Open))], found.Count > MostFound);
    }
}

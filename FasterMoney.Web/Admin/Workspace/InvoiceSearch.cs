using System.Globalization;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Which invoices of a site a typed text means: by number, customer, reference or amount. Each way has an index to serve it.</summary>
public static class InvoiceSearch
{
    private const int MostCustomers = 1000;

    // Past every character that a number or a reference can go on with, in the byte order that both databases sort by.
    private const string AfterAll = "\uffff";

    public static async Task<IQueryable<Invoice>> MatchingAsync(FasterMoneyDb db, Guid siteId, string typed, CancellationToken cancellationToken)
    {
        var text = typed.Trim().ToLowerInvariant();
        var invoices = db.Invoices.Where(invoice => invoice.SiteId == siteId);

        // Customers first: there are few, and their ids lead straight into the invoices' index.
        var customers = await db.Customers
            .Where(customer => customer.SiteId == siteId && customer.SearchText.Contains(text))
            .OrderBy(customer => customer.Id)
            .Select(customer => customer.Id)
            .Take(MostCustomers)
            .ToListAsync(cancellationToken);

        var end = text + AfterAll;
        var ids = invoices.Where(invoice => invoice.NumberSearch!.CompareTo(text) >= 0 && invoice.NumberSearch!.CompareTo(end) < 0).Select(invoice => invoice.Id)
            .Union(invoices.Where(invoice => invoice.ReferenceSearch.CompareTo(text) >= 0 && invoice.ReferenceSearch.CompareTo(end) < 0).Select(invoice => invoice.Id));
        if (customers.Count > 0)
        {
            ids = ids.Union(invoices.Where(invoice => customers.Contains(invoice.CustomerId)).Select(invoice => invoice.Id));
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            ids = ids.Union(invoices.Where(invoice => invoice.NumberSequence == sequence).Select(invoice => invoice.Id));
        }

        foreach (var minor in AmountsMeantBy(text))
        {
            ids = ids.Union(invoices.Where(invoice => invoice.TotalMinor == minor).Select(invoice => invoice.Id))
                .Union(invoices.Where(invoice => invoice.BalanceMinor == minor).Select(invoice => invoice.Id));
        }

        return invoices.Where(invoice => ids.Contains(invoice.Id));
    }

    /// <summary>The minor units that a typed number can mean, as a currency has no, two or three decimal places. Both 1,234.50 and 1.234,50 are understood.</summary>
    public static IReadOnlyList<long> AmountsMeantBy(string text)
    {
        var plain = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',')]);
        if (plain.Length == 0 || text.Any(char.IsLetter))
        {
            return [];
        }

        var mark = plain.LastIndexOfAny(['.', ',']);
        var readings = new List<string> { plain.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) };
        if (mark >= 0)
        {
            var whole = plain[..mark].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            var decimals = plain[(mark + 1)..];
            var other = $"{whole}.{decimals}";
            // Three digits after the mark may be thousands or thousandths; any other count is decimals.
            readings = decimals.Length == 3 ? [.. readings, other] : [other];
        }

        var amounts = new SortedSet<long>();
        foreach (var reading in readings)
        {
            if (decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000_000_000_000m)
            {
                foreach (var minorPerMajor in (ReadOnlySpan<int>)[1, 100, 1000])
                {
                    if (decimal.IsInteger(amount * minorPerMajor))
                    {
                        amounts.Add((long)(amount * minorPerMajor));
                    }
                }
            }
        }

        return [.. amounts];
    }
}

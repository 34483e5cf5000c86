using System.Globalization;
using System.Linq.Expressions;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>Which invoices of a site a typed text means: by number, customer, reference or amount. Each way has an index to serve it.</summary>
/// <param name="All">All that were found.</param>
/// <param name="Parts">The same in parts that do not overlap, each of which is summed up along an index of its own.</param>
public sealed record InvoiceSearch(IQueryable<Invoice> All, IReadOnlyList<IQueryable<Invoice>> Parts)
{
    private const int MostCustomersSent = 5000;

    // Past every character that a number or a reference can go on with, in the byte order that both databases sort by.
    private const string AfterAll = "\uffff";

    private static readonly string[] NoPlaces = [.. Currency.All.Where(currency => currency.Exponent == 0).Select(currency => currency.Code)];
    private static readonly string[] ThreePlaces = [.. Currency.All.Where(currency => currency.Exponent == 3).Select(currency => currency.Code)];
    private static readonly string[] NotTwoPlaces = [.. NoPlaces, .. ThreePlaces];

    /// <summary>Null when the text means every customer of the site, and so every invoice.</summary>
    public static async Task<InvoiceSearch?> ForAsync(FasterMoneyDb db, Guid siteId, string typed, CancellationToken cancellationToken)
    {
        var text = typed.Trim().ToLowerInvariant();
        var invoices = db.Invoices.Where(invoice => invoice.SiteId == siteId);
        var (byNumber, byReference, byFigure) = (ByNumber(text), ByReference(text), ByFigure(text));
        var (numbered, referenced, figured) = (invoices.Where(byNumber), invoices.Where(byReference), invoices.Where(byFigure));
        var otherwise = Any([byNumber, byReference, byFigure]);

        // Customers first: there are few, and their ids lead straight into the invoices' index.
        var customers = db.Customers.Where(customer => customer.SiteId == siteId);
        var matching = customers.Where(customer => customer.SearchText.Contains(text)).Select(customer => customer.Id);
        var ids = await matching.Take(MostCustomersSent + 1).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            // Mostly one way alone finds something, and its index then holds all that is summed up.
            var hits = await db.Sites.Where(site => site.Id == siteId)
                .Select(site => new { Number = numbered.Any(), Reference = referenced.Any(), Figure = figured.Any() })
                .SingleAsync(cancellationToken);
            var found = invoices.Where(otherwise);
            return new InvoiceSearch(found, hits switch
            {
                { Number: false, Reference: false, Figure: false } => [],
                { Reference: false, Figure: false } => [numbered],
                { Number: false, Figure: false } => [referenced],
                _ => [found],
            });
        }

        if (!await customers.AnyAsync(customer => !customer.SearchText.Contains(text), cancellationToken))
            return null;

        Expression<Func<Invoice, bool>> ofCustomers = ids.Count > MostCustomersSent
            ? invoice => matching.Contains(invoice.CustomerId)
            : invoice => EF.Parameter(ids).Contains(invoice.CustomerId);
        Expression<Func<Invoice, bool>> ofNone = ids.Count > MostCustomersSent
            ? invoice => !matching.Contains(invoice.CustomerId)
            : invoice => !EF.Parameter(ids).Contains(invoice.CustomerId);
        return new InvoiceSearch(invoices.Where(Any([ofCustomers, otherwise])), [invoices.Where(ofCustomers), invoices.Where(otherwise).Where(ofNone)]);
    }

    /// <summary>The minor units that a typed number can mean in a currency with so many decimal places. It may be written in any way, such as 1,234.50, 1.234,50 and 1'234.50.</summary>
    public static IReadOnlyList<long> AmountsMeantBy(string text, int places)
    {
        if (WrittenNumber.Of(text) is not { Sign: not "%" } written)
            return [];

        var minorPerMajor = (decimal)Math.Pow(10, places);
        return [.. written.Readings.Where(amount => amount is >= 0 and < 1_000_000_000_000_000m)
            .Select(amount => amount * minorPerMajor).Where(decimal.IsInteger).Select(decimal.ToInt64).Order()];
    }

    private static Expression<Func<Invoice, bool>> ByNumber(string text)
    {
        var end = text + AfterAll;
        return invoice => invoice.NumberSearch!.CompareTo(text) >= 0 && invoice.NumberSearch!.CompareTo(end) < 0;
    }

    private static Expression<Func<Invoice, bool>> ByReference(string text)
    {
        var end = text + AfterAll;
        return invoice => invoice.ReferenceSearch.CompareTo(text) >= 0 && invoice.ReferenceSearch.CompareTo(end) < 0;
    }

    private static Expression<Func<Invoice, bool>> ByFigure(string text) => Any(FiguresMeantBy(text));

    private static IEnumerable<Expression<Func<Invoice, bool>>> FiguresMeantBy(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
            yield return invoice => invoice.NumberSequence == sequence;

        if (AmountsMeantBy(text, 0) is { Count: > 0 } none)
        {
            yield return invoice => none.Contains(invoice.TotalMinor) && NoPlaces.Contains(invoice.CurrencyCode);
            yield return invoice => none.Contains(invoice.BalanceMinor) && NoPlaces.Contains(invoice.CurrencyCode);
        }

        if (AmountsMeantBy(text, 2) is { Count: > 0 } two)
        {
            yield return invoice => two.Contains(invoice.TotalMinor) && !NotTwoPlaces.Contains(invoice.CurrencyCode);
            yield return invoice => two.Contains(invoice.BalanceMinor) && !NotTwoPlaces.Contains(invoice.CurrencyCode);
        }

        if (AmountsMeantBy(text, 3) is { Count: > 0 } three)
        {
            yield return invoice => three.Contains(invoice.TotalMinor) && ThreePlaces.Contains(invoice.CurrencyCode);
            yield return invoice => three.Contains(invoice.BalanceMinor) && ThreePlaces.Contains(invoice.CurrencyCode);
        }
    }

    private static Expression<Func<Invoice, bool>> Any(IEnumerable<Expression<Func<Invoice, bool>>> ways)
    {
        var invoice = Expression.Parameter(typeof(Invoice), "invoice");
        var bodies = ways.Select(way => new Renamed(way.Parameters[0], invoice).Visit(way.Body)).DefaultIfEmpty(Expression.Constant(false));
        return Expression.Lambda<Func<Invoice, bool>>(bodies.Aggregate(Expression.OrElse), invoice);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

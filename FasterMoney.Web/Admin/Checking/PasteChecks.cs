using System.Globalization;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Checking;

/// <summary>
/// Reads any text before it is pasted somewhere: whose portal links it holds, whether they work, and what the content check
/// finds. Whom the text is for follows from its links, else from an invoice's number, else from a customer's name in it. Stores nothing.
/// </summary>
public sealed class PasteChecks(SiteAccess access, SiteContentChecks checks)
{
    public const string Place = "Pasted text";

    private const int MostNamed = 20;

    public async Task<PasteAnswer> CheckAsync(Caller caller, string text, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        CheckedText[] texts = [new(Place, text)];
        var questions = ContentCheck.Ask(texts);
        var links = await checks.LinksAsync(session, questions.Tokens, cancellationToken);
        var (invoices, customer) = await ReadersAsync(session, questions, links, cancellationToken);
        var invoice = invoices.Count == 1 ? invoices[0] : null;
        var findings = await checks.OfAsync(session, invoice, customer?.Id, texts, cancellationToken);
        // Without a reader nobody is another customer.
        return new PasteAnswer(
            About(invoice, customer),
            [.. await PastedAsync(session, questions.Tokens, links, cancellationToken)],
            [.. findings.Where(finding => customer is not null || finding.Code != FindingCode.OtherCustomer)]);
    }

    private static string? About(Invoice? invoice, Customer? customer) => (invoice, customer) switch
    {
        (not null, not null) => $"{customer.Name}, invoice {invoice.Number ?? "draft"}",
        (null, not null) => customer.Name,
        _ => null,
    };

    private static async Task<(IReadOnlyList<Invoice> Invoices, Customer? Customer)> ReadersAsync(
        SiteSession session, CheckQuestions questions, IReadOnlyDictionary<string, CheckedLink> links, CancellationToken cancellationToken)
    {
        var linked = questions.Tokens.Select(token => links.GetValueOrDefault(token)).OfType<CheckedLink>().Where(link => link.Owner == LinkOwner.ThisSite).ToList();
        var ids = linked.Select(link => link.InvoiceId).Distinct().ToList();
        var numbers = questions.Numbers.ToArray();
        var invoices = ids.Count == 0 && numbers.Length == 0 ? [] : await session.Db.Invoices.Include(invoice => invoice.Lines)
            .Where(invoice => invoice.SiteId == session.Site.Id && (ids.Count > 0 ? ids.Contains(invoice.Id) : numbers.Contains(invoice.NumberSearch)))
            .ToListAsync(cancellationToken);
        if (invoices.Count > 0)
        {
            // Of several customers' links the first one says whom it is for; the others are the mistake.
            var first = linked.Count > 0 ? linked[0].CustomerId : invoices.OrderBy(invoice => Array.IndexOf(numbers, invoice.NumberSearch)).First().CustomerId;
            return (invoices.FindAll(invoice => invoice.CustomerId == first), await session.CustomerAsync(first, cancellationToken));
        }

        return ([], await NamedAsync(session, questions, cancellationToken));
    }

    // The first one whom the text names in full.
    private static async Task<Customer?> NamedAsync(SiteSession session, CheckQuestions questions, CancellationToken cancellationToken)
    {
        var names = questions.NameKeys.Where(key => key.Contains(' ')).Take(2000).ToArray();
        var emails = questions.Emails.ToArray();
        if (names.Length + emails.Length == 0)
            return null;

        var here = session.Db.Customers.Where(customer => customer.SiteId == session.Site.Id);
        List<Customer> named =
        [
            .. await here.Where(customer => EF.Parameter(names).Contains(customer.NameLookup)).OrderBy(customer => customer.NameLookup).Take(MostNamed).ToListAsync(cancellationToken),
            .. await here.Where(customer => EF.Parameter(names).Contains(customer.ContactLookup)).OrderBy(customer => customer.ContactLookup).Take(MostNamed).ToListAsync(cancellationToken),
            .. await here.Where(customer => EF.Parameter(emails).Contains(customer.EmailLookup)).OrderBy(customer => customer.EmailLookup).Take(MostNamed).ToListAsync(cancellationToken),
        ];
        return named.DistinctBy(customer => customer.Id).OrderBy(customer => Order(customer, names)).ThenBy(customer => customer.Id).FirstOrDefault();

        static int Order(Customer customer, string[] names) => new[] { Array.IndexOf(names, customer.NameLookup), Array.IndexOf(names, customer.ContactLookup) }
            .Where(place => place >= 0).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static async Task<List<PastedLink>> PastedAsync(
        SiteSession session, IReadOnlyList<string> tokens, IReadOnlyDictionary<string, CheckedLink> links, CancellationToken cancellationToken)
    {
        var ids = links.Values.Where(link => link.Owner == LinkOwner.ThisSite).Select(link => link.InvoiceId).Distinct().ToList();
        var invoices = await session.Db.Invoices.Where(invoice => invoice.SiteId == session.Site.Id && ids.Contains(invoice.Id))
            .ToDictionaryAsync(invoice => invoice.Id, cancellationToken);
        var culture = SiteText.CultureOf(session.Site);
        return [.. tokens.Where(links.ContainsKey).Select(token => Pasted(token, links[token], invoices, session, culture))];
    }

    private static PastedLink Pasted(string token, CheckedLink link, Dictionary<Guid, Invoice> invoices, SiteSession session, CultureInfo culture)
    {
        var shown = session.Site.Portal is { } portal && link.Owner == LinkOwner.ThisSite ? portal.UrlFor($"{token[..4]}…") : $"{token[..4]}…";
        if (link.Owner != LinkOwner.ThisSite || !invoices.TryGetValue(link.InvoiceId, out var invoice))
        {
            return link.Owner == LinkOwner.OtherSite
                ? new PastedLink(shown, PastedLinkState.OtherSite, "This portal link belongs to another business. Do not hand it out here.")
                : new PastedLink(shown, PastedLinkState.Unknown, "No invoice has this link. A character may be wrong or missing.");
        }

        var (state, sentence) = Judge(link);
        return new PastedLink(shown, state, sentence, invoice.Id, invoice.Title, invoice.BilledTo, BalanceText.Of(invoice.BalanceDue, culture), SiteText.Date(invoice.DueDate, culture));
    }

    private static (PastedLinkState State, string Sentence) Judge(CheckedLink link) => link switch
    {
        { IsReplaced: true } => (PastedLinkState.Dead, "It was replaced by another link and is dead. Copy the current one from the invoice."),
        { IsAlive: true } => (PastedLinkState.Works, "It works."),
        { Verdict.ShowsPage: true } => (PastedLinkState.Statement, "It works, and shows that the invoice was cancelled."),
        _ => (PastedLinkState.Dead, $"It does not work. {link.Verdict?.Text}"),
    };
}

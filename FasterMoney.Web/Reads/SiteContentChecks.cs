using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Reads;

/// <summary>Reads what <see cref="ContentCheck"/> must know from the database, and asks it. Stores nothing and logs nothing.</summary>
public sealed class SiteContentChecks(AdminHosts hosts)
{
    private const int NamesAtOnce = 2000;
    private const int MostOthers = 200;

    /// <summary>What the check finds in texts about an invoice, or about the site as a whole.</summary>
    public Task<IReadOnlyList<Finding>> OfAsync(
        SiteSession session, Invoice? invoice, IReadOnlyList<CheckedText> texts, CancellationToken cancellationToken = default) =>
        OfAsync(session, invoice, invoice?.CustomerId, texts, cancellationToken);

    /// <summary>What the check finds in texts for a customer, about an invoice or about none.</summary>
    public async Task<IReadOnlyList<Finding>> OfAsync(
        SiteSession session, Invoice? invoice, Guid? customerId, IReadOnlyList<CheckedText> texts, CancellationToken cancellationToken = default)
    {
        var typed = texts.Where(text => !string.IsNullOrWhiteSpace(text.Text)).ToList();
        return typed.Count == 0 ? [] : ContentCheck.Read(typed, await FactsAsync(session, invoice, customerId, typed, cancellationToken));
    }

    /// <summary>The check as the answer to whether texts may reach a customer: refused with each blocking finding, beside its field.</summary>
    public async Task<RuleCheck> CanReachCustomerAsync(
        SiteSession session, Invoice? invoice, IReadOnlyList<CustomerText> texts, CancellationToken cancellationToken = default)
    {
        var findings = await OfAsync(session, invoice, [.. texts.Select(text => new CheckedText(text.Place, text.Text))], cancellationToken);
        return RuleCheck.From(findings.Where(finding => finding.IsBlocking).Select(finding => new RuleReason(
            $"“{finding.Excerpt}”: {finding.Reason} {finding.Fix}", texts.First(text => text.Place == finding.Place).Field)));
    }

    private async Task<CheckFacts> FactsAsync(SiteSession session, Invoice? invoice, Guid? customerId, IReadOnlyList<CheckedText> texts, CancellationToken cancellationToken)
    {
        var questions = ContentCheck.Ask(texts);
        var site = session.Site;
        var customer = customerId is null ? null : await session.Db.Customers.AsNoTracking()
            .SingleOrDefaultAsync(customer => customer.SiteId == site.Id && customer.Id == customerId, cancellationToken);
        var entries = invoice is null || invoice.Entries.Count == invoice.EntryCount ? invoice?.Entries ?? [] : await session.Db.BalanceEntries.AsNoTracking()
            .Where(entry => entry.SiteId == site.Id && entry.InvoiceId == invoice.Id).ToListAsync(cancellationToken);
        var people = await (
            from membership in session.Db.Memberships
            where membership.SiteId == site.Id
            join person in session.Db.Users on membership.UserId equals person.Id
            select person.DisplayName).ToListAsync(cancellationToken);
        return new CheckFacts
        {
            AdminHosts = hosts.All,
            Portal = site.Portal,
            OwnNames = [site.Name, site.LegalName, .. people, customer?.Name ?? "", customer?.ContactName ?? "", invoice?.BilledTo ?? ""],
            OwnEmails = [site.ContactEmail, customer?.Email ?? ""],
            // Instructions are no strangers to themselves.
            PaymentInstructions = string.Join('\n', texts.Where(text => text.Place == "Payment instructions").Select(text => text.Text).Prepend(site.PaymentInstructions)),
            Today = site.Today(session.Now),
            CustomerId = customer?.Id,
            Invoice = invoice is null ? null : CheckedInvoice.Of(invoice, entries),
            PrivateNotes = await NotesAsync(session, invoice, customer, entries, cancellationToken),
            // A text is no excuse for itself.
            PublicTexts = [.. PublicTexts(session, invoice, customer, entries).Where(known => !texts.Any(text => TextRule.Tidy(text.Text) == known))],
            OtherCustomers = await OthersAsync(session, customer, questions, cancellationToken),
            Links = await LinksAsync(session, questions.Tokens, cancellationToken),
        };
    }

    private static List<string> PublicTexts(SiteSession session, Invoice? invoice, Customer? customer, IReadOnlyList<BalanceEntry> entries) =>
    [
        session.Site.Name, session.Site.LegalName, session.Site.Address,
        customer?.Name ?? "", customer?.ContactName ?? "", customer?.BillingAddress ?? "",
        .. CustomerTexts.Of(session.Site.ToContent()).Concat(invoice is null ? [] : CustomerTexts.Of(invoice)).Concat(entries.SelectMany(CustomerTexts.Of))
            .Select(known => known.Text),
    ];

    private static async Task<List<string>> NotesAsync(
        SiteSession session, Invoice? invoice, Customer? customer, IReadOnlyList<BalanceEntry> entries, CancellationToken cancellationToken)
    {
        const int most = 50;
        if (customer is null)
            return [];

        var others = await session.Db.Invoices
            .Where(other => other.SiteId == session.Site.Id && other.CustomerId == customer.Id && other.PrivateNote != "")
            .OrderByDescending(other => other.Id)
            .Select(other => other.PrivateNote)
            .Take(most)
            .ToListAsync(cancellationToken);
        var followUps = invoice is null ? [] : await session.Db.FollowUps
            .Where(followUp => followUp.SiteId == session.Site.Id && followUp.InvoiceId == invoice.Id && followUp.Note != "")
            .Select(followUp => followUp.Note)
            .Take(most)
            .ToListAsync(cancellationToken);
        string[] own = invoice is null ? [] : [invoice.PrivateNote, invoice.VoidReason, .. followUps];
        return [.. own.Append(customer.PrivateNote).Concat(entries.Select(entry => entry.PrivateNote)).Concat(others).Where(note => note.Length > 0).Distinct()];
    }

    // Candidates go in one parameter, so that the question is the same text however many they are; each list has its index.
    private static async Task<List<OtherCustomer>> OthersAsync(SiteSession session, Customer? own, CheckQuestions questions, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, OtherCustomer>();
        var here = session.Db.Customers.Where(customer => customer.SiteId == session.Site.Id);
        foreach (var chunk in questions.NameKeys.Chunk(NamesAtOnce))
        {
            await AddAsync(here.Where(customer => EF.Parameter(chunk).Contains(customer.NameLookup)).OrderBy(customer => customer.NameLookup));
            await AddAsync(here.Where(customer => EF.Parameter(chunk).Contains(customer.ContactLookup)).OrderBy(customer => customer.ContactLookup));
        }

        if (questions.Emails.ToArray() is { Length: > 0 } emails)
            await AddAsync(here.Where(customer => EF.Parameter(emails).Contains(customer.EmailLookup)).OrderBy(customer => customer.EmailLookup));

        return [.. found.Values];

        // In the order of the index: any other would cost a walk over all customers.
        async Task AddAsync(IQueryable<Customer> named)
        {
            var rows = await named
                .Take(MostOthers)
                .Select(customer => new { customer.Id, customer.Name, customer.ContactName, customer.Email })
                .ToListAsync(cancellationToken);
            foreach (var row in rows.Where(row => row.Id != own?.Id))
                found[row.Id] = new OtherCustomer(row.Name, row.ContactName, row.Email);
        }
    }

    // Only whole tokens come here, and few of them: nobody learns by guessing. Of another site no more is told than that it is another's.
    public async Task<IReadOnlyDictionary<string, CheckedLink>> LinksAsync(SiteSession session, IReadOnlyList<string> tokens, CancellationToken cancellationToken = default)
    {
        var byHash = tokens.Where(PortalToken.IsWellFormed).ToDictionary(token => Convert.ToHexString(PortalToken.Hash(token)));
        var links = byHash.Values.ToDictionary(token => token, _ => new CheckedLink(LinkOwner.Nobody));
        if (byHash.Count == 0)
            return links;

        var hashes = byHash.Values.Select(PortalToken.Hash).ToList();
        var own = await (
            from link in session.Db.PortalLinks.AsNoTracking()
            where link.SiteId == session.Site.Id && hashes.Contains(link.TokenHash)
            join invoice in session.Db.Invoices.AsNoTracking() on link.InvoiceId equals invoice.Id
            select new { Link = link, Invoice = invoice }).ToListAsync(cancellationToken);
        foreach (var found in own)
        {
            var verdict = PortalLinkAvailability.Of(found.Invoice, session.Site, found.Link, session.Now);
            links[byHash[Convert.ToHexString(found.Link.TokenHash)]] = new CheckedLink(
                LinkOwner.ThisSite, found.Invoice.Id, found.Invoice.Title, found.Invoice.CustomerId, found.Invoice.BilledTo,
                found.Link.ReplacedAt is not null, verdict);
        }

        var unknown = hashes.Where(hash => links[byHash[Convert.ToHexString(hash)]].Owner == LinkOwner.Nobody).ToList();
        if (unknown.Count > 0)
        {
            var elsewhere = await session.Db.PortalLinks
                .Where(link => link.SiteId != session.Site.Id && unknown.Contains(link.TokenHash))
                .Select(link => link.TokenHash)
                .ToListAsync(cancellationToken);
            foreach (var hash in elsewhere)
                links[byHash[Convert.ToHexString(hash)]] = new CheckedLink(LinkOwner.OtherSite);
        }

        return links;
    }
}

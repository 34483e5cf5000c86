using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>An invoice with everything that moved its balance so far: where the dialog about the next entry starts.</summary>
/// <param name="Invoice">With its lines and entries, to ask its questions; never changed here.</param>
/// <param name="Today">In the site's time zone.</param>
/// <param name="Culture">The site's.</param>
/// <param name="NextCreditNote">The number that a credit note would bear now.</param>
/// <param name="Draft">The credit note that is being written.</param>
/// <param name="Acts">The latest acts that a decision about the balance may rest on.</param>
public sealed record InvoiceLedger(
    Invoice Invoice, DateOnly Today, CultureInfo Culture, string NextCreditNote, CreditNoteDraft? Draft, IReadOnlyList<ActivityEntry> Acts)
{
    /// <summary>What it says of its money.</summary>
    public InvoiceStatement Statement { get; } = InvoiceStatement.Of(Invoice, Today);

    public Currency Currency => Invoice.Currency;

    /// <summary>The customer's.</summary>
    public PortalLanguage Language => PortalLanguage.For(Invoice.Language);

    public string Say(long minor) => new Money(minor, Currency).Format(Culture);

    public string SayBalance(Money balance) => BalanceText.Of(balance, Culture);

    public string Say(DateOnly date) => SiteText.Date(date, Culture);

    /// <summary>What happened since an earlier reading, oldest first.</summary>
    public IReadOnlyList<ActivityEntry> Since(InvoiceLedger earlier) =>
        [.. Acts.Where(act => earlier.Acts.All(known => known.Id != act.Id)).OrderBy(act => act.At).ThenBy(act => act.Id)];

    /// <summary>An entry of the invoice, as the statement says it.</summary>
    public StatementEntry Stated(BalanceEntry entry) => Statement.Entries[entry.Sequence - 1];
}

/// <summary>Reads the ledger of one invoice as it is at the moment.</summary>
public sealed class InvoiceLedgers(SiteAccess access)
{
    private const int MostActs = 30;

    private static readonly ActivityKind[] Counting =
    [
        ActivityKind.PaymentRecorded, ActivityKind.PaymentPending, ActivityKind.PaymentArrived, ActivityKind.RefundRecorded, ActivityKind.CreditNoteIssued,
        ActivityKind.AdjustmentAdded, ActivityKind.EntryReversed, ActivityKind.InvoiceSent, ActivityKind.InvoiceWithdrawn, ActivityKind.InvoiceVoided, ActivityKind.InvoiceEdited,
    ];

    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<InvoiceLedger?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.Include(known => known.Lines).Include(known => known.Entries).AsSplitQuery()
            .SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == id, cancellationToken);
        if (invoice is null)
            return null;

        var draft = await session.Db.CreditNoteDrafts
            .SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.InvoiceId == id, cancellationToken);
        var acts = await session.Db.Activity
            .Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == id && Counting.Contains(entry.Kind))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(MostActs).ToListAsync(cancellationToken);
        return new InvoiceLedger(
            invoice, session.Site.Today(session.Now), SiteText.CultureOf(session.Site), session.Site.PeekCreditNoteNumber().ToString(), draft, acts);
    }
}

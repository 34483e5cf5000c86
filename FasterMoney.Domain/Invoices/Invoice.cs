using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

/// <summary>
/// A bill to one customer. It is written as a draft, sent, and from then on never edited: what changes afterwards is added as
/// entries. Sums are kept with it, so that lists and the customer's page read one row.
/// </summary>
public sealed partial class Invoice : IRecordActivity
{
    private readonly List<InvoiceLine> _lines = [];
    private readonly List<BalanceEntry> _entries = [];

    private Invoice()
    {
    }

    /// <summary>Writes a draft.</summary>
    /// <param name="site">The site that bills.</param>
    /// <param name="customer">A customer of that site.</param>
    /// <param name="content">What was entered.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="utcNow">The moment, in UTC.</param>
    /// <exception cref="RuleViolation">The content is refused by <see cref="CanSave"/>.</exception>
    public Invoice(Site site, Customer customer, InvoiceContent content, Actor actor, DateTime utcNow)
        : this(site, customer, content, utcNow) => Record(ActivityKind.InvoiceDrafted, actor, utcNow);

    private Invoice(Site site, Customer customer, InvoiceContent content, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        SiteId = site.Id;
        CreatedAt = utcNow;
        Write(customer, content, utcNow);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>Given when it is first sent, or brought along by an import; kept for good. Null before.</summary>
    public string? Number { get; private set; }

    /// <summary>The digits that the number ends with, by which lists are sorted; zero without a number or without digits.</summary>
    public long NumberSequence { get; private set; }

    /// <summary>The number in lower case, which the search reads.</summary>
    public string? NumberSearch { get; private set; }

    /// <summary>The customer's name as billed; follows the customer until sent.</summary>
    public string BilledTo { get; private set; } = "";

    /// <summary>The customer's name in lower case, by which lists are sorted.</summary>
    public string BilledToSort { get; private set; } = "";

    /// <summary>The customer's address as billed; follows the customer until sent.</summary>
    public string BilledToAddress { get; private set; } = "";

    /// <summary>The customer's number for tax as of the last time this was a draft, or empty.</summary>
    public string BilledToTaxNumber { get; private set; } = "";

    /// <summary>The language of the customer's page, as a tag.</summary>
    public string Language { get; private set; } = "";

    /// <summary>ISO 4217 code of all amounts.</summary>
    public string CurrencyCode { get; private set; } = "";

    /// <summary>In the site's time zone.</summary>
    public DateOnly IssueDate { get; private set; }

    /// <summary>In the site's time zone.</summary>
    public DateOnly DueDate { get; private set; }

    /// <summary>What the customer reads.</summary>
    public InvoiceTexts Texts { get; private set; } = new();

    /// <summary>The reference in lower case, which the search reads.</summary>
    public string ReferenceSearch { get; private set; } = "";

    /// <summary>Never shown to customers.</summary>
    public string PrivateNote { get; private set; } = "";

    /// <summary>Whether unit prices contain the tax.</summary>
    public bool PricesIncludeTax { get; private set; }

    /// <summary>Whether it faces its customer.</summary>
    public SendState SendState { get; private set; }

    /// <summary>The list's bucket; kept by every act.</summary>
    public InvoiceBucket Bucket { get; private set; }

    /// <summary>Minor units without tax.</summary>
    public long NetMinor { get; private set; }

    /// <summary>Minor units with tax.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>Sum of adjustments in minor units; may be below zero.</summary>
    public long AdjustedMinor { get; private set; }

    /// <summary>Sum of credit notes in minor units.</summary>
    public long CreditedMinor { get; private set; }

    /// <summary>Sum of payments in minor units.</summary>
    public long PaidMinor { get; private set; }

    /// <summary>Sum of refunds in minor units.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>The balance due in minor units; below zero is credit in the customer's favour, and zero when void: nothing is to be paid.</summary>
    public long BalanceMinor { get; private set; }

    /// <summary>The day of the entry that settled it; null while something is open.</summary>
    public DateOnly? SettledOn { get; private set; }

    public int EntryCount { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Grows with each change; a stale screen is told so.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>What the customer is billed for, in order.</summary>
    public IReadOnlyList<InvoiceLine> Lines => _lines;

    /// <summary>The entries that move the balance, when loaded.</summary>
    public IReadOnlyList<BalanceEntry> Entries => _entries;

    /// <summary>What happened since it was loaded.</summary>
    public List<ActivityEntry> NewActivity { get; } = [];

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>With tax.</summary>
    public Money Total => new(TotalMinor, Currency);

    /// <summary>What the customer owes; below zero is credit in the customer's favour.</summary>
    public Money BalanceDue => new(BalanceMinor, Currency);

    /// <summary>The sums that make the balance.</summary>
    public Balance Balance => new(TotalMinor, AdjustedMinor, CreditedMinor, PaidMinor, RefundedMinor);

    /// <summary>Net, taxes per rate and total of the lines.</summary>
    public InvoiceTotals Totals => InvoiceTotals.Of(_lines.Select(line => (line.TaxPercent, line.AmountMinor)), PricesIncludeTax);

    /// <summary>What people call it: its number, or <c>Draft for</c> the customer.</summary>
    public string Title => Number ?? $"Draft for {BilledTo}";

    /// <summary>Changes the private note, which may be done at any time.</summary>
    /// <exception cref="RuleViolation">The note is longer than 4000 characters.</exception>
    public void ChangePrivateNote(string note, Actor actor, DateTime utcNow)
    {
        TextRule.AtMost(note, 4000, nameof(PrivateNote)).Insist();
        PrivateNote = TextRule.Tidy(note);
        // An editor of a draft would write the old note back, so it is told. On a sent invoice the version stays:
        // customers never see the note, so the page that was previewed has not changed.
        if (SendState == SendState.Draft)
            Version++;

        Record(ActivityKind.PrivateNoteChanged, actor, utcNow);
    }

    private void Settle(DateOnly? settledOn)
    {
        BalanceMinor = SendState == SendState.Void ? 0 : Balance.DueMinor;
        Bucket = SendState switch
        {
            SendState.Draft => InvoiceBucket.Draft,
            SendState.Void => InvoiceBucket.Void,
            _ => BalanceMinor > 0 ? InvoiceBucket.Open : InvoiceBucket.Settled,
        };
        SettledOn = Bucket == InvoiceBucket.Settled ? SettledOn ?? settledOn : null;
    }

    private void Changed(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "")
    {
        Version++;
        Record(kind, actor, utcNow, detail);
    }

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow, string detail = "") =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, detail) { InvoiceId = Id, CustomerId = CustomerId });
}

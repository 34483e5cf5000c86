using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.Invoices;

public sealed partial class Invoice
{
    /// <summary>What can still be credited, in minor units: what was billed, less what was credited.</summary>
    public long CreditableMinor => checked(TotalMinor + Math.Max(AdjustedMinor, 0) - CreditedMinor);

    /// <summary>
    /// What can still be credited at each rate, zero included, highest first: what was billed there, less the credit notes that stand.
    /// What adjustments added bears no tax, and counts at zero percent.
    /// </summary>
    public IReadOnlyList<TaxLine> CreditableRates()
    {
        var billed = InvoiceTotals.ByRate(_lines.Select(line => (line.TaxPercent, line.AmountMinor)).Append((0m, Math.Max(AdjustedMinor, 0))), PricesIncludeTax);
        var notes = Loaded.OfType<CreditNote>().Where(note => !IsReversed(note)).ToList();
        return [.. billed.Select(rate => new TaxLine(
            rate.Percent,
            rate.NetMinor - notes.Sum(note => note.At(rate.Percent).NetMinor),
            rate.TaxMinor - notes.Sum(note => note.At(rate.Percent).TaxMinor)))];
    }

    /// <summary>
    /// The invoice's lines with what is left of each to be credited: its amount less what credit notes that stand took back under its
    /// words and rate, and in all at most what is left of its rate. A line of which nothing is left is left out.
    /// </summary>
    public IReadOnlyList<CreditNoteLine> CreditableLines()
    {
        var taken = Loaded.OfType<CreditNote>().Where(note => !IsReversed(note)).SelectMany(note => note.Lines)
            .GroupBy(line => (line.Description, line.TaxPercent)).ToDictionary(group => group.Key, group => group.Sum(line => line.AmountMinor));
        var leftOfRate = CreditableRates().ToDictionary(rate => rate.Percent, rate => PricesIncludeTax ? rate.GrossMinor : rate.NetMinor);
        var lines = new List<CreditNoteLine>();
        foreach (var line in _lines)
        {
            var key = (line.Description, line.TaxPercent);
            var used = Math.Clamp(taken.GetValueOrDefault(key), 0, Math.Max(line.AmountMinor, 0));
            var left = Math.Min(line.AmountMinor - used, leftOfRate[line.TaxPercent]);
            taken[key] = taken.GetValueOrDefault(key) - used;
            if (left <= 0)
                continue;

            leftOfRate[line.TaxPercent] -= left;
            lines.Add(new CreditNoteLine(line.Description, left, line.TaxPercent));
        }

        return lines;
    }

    /// <summary>Whether anything can be credited at all.</summary>
    public RuleCheck CanCredit() => MustBeSent().And(RuleCheck.Unless(CreditableMinor <= 0, "All that was billed was credited already."));

    /// <summary>Whether a credit note can be issued: a reason, lines or a sum with the invoice's rates, and at most what was billed and not yet credited.</summary>
    public RuleCheck CanCredit(CreditNoteContent content)
    {
        var check = MustBeSent()
            .And(MustHaveReason(content.Reason, nameof(content.Reason)))
            .And(TextRule.AtMost(content.Reason, 500, nameof(content.Reason)))
            .And(TextRule.AtMost(content.PrivateNote, 4000, nameof(content.PrivateNote)));
        var amounts = RuleCheck.Unless(content.SumMinor is null && content.Lines.Count == 0, "Enter a sum, or at least one line.", nameof(content.SumMinor))
            .And(RuleCheck.Unless(content.SumMinor is not null && content.Lines.Count > 0, "Enter either a sum or lines.", nameof(content.SumMinor)))
            .And(RuleCheck.Unless(content.SumMinor <= 0, "Enter an amount above zero.", nameof(content.SumMinor)))
            .And(RuleCheck.Unless(content.Lines.Count > InvoiceContent.MostLines, $"A credit note holds at most {InvoiceContent.MostLines} lines.", nameof(content.Lines)))
            .And(RuleCheck.From(content.Lines.SelectMany((line, index) => CheckCredit(line, index).Reasons)));
        return check.And(amounts.IsAllowed ? CheckCreditable(content) : amounts);
    }

    private RuleCheck CheckCreditable(CreditNoteContent content)
    {
        var field = content.SumMinor is null ? nameof(content.Lines) : nameof(content.SumMinor);
        try
        {
            var inAll = RuleCheck.Unless(
                (content.SumMinor ?? CreditNoteTotals.Of(this, content).TotalMinor) > CreditableMinor,
                CreditableMinor > 0
                    ? $"At most {new Money(CreditableMinor, Currency)} can be credited: that is what was billed and not yet credited."
                    : "All that was billed was credited already.",
                field);
            return inAll.IsAllowed ? RuleCheck.From(CreditNoteTotals.ByRate(this, content).SelectMany(typed => CheckRate(typed).Reasons)) : inAll;
        }
        catch (OverflowException)
        {
            return RuleCheck.Refused("The total is too large.", field);
        }
    }

    private RuleCheck CheckRate(TaxLine typed)
    {
        var left = CreditableRates().Single(rate => rate.Percent == typed.Percent);
        string Say(TaxLine rate) => rate.Percent == 0 ? Money(rate.NetMinor) : $"{Money(rate.NetMinor)} and {Money(rate.TaxMinor)} of tax";
        string Money(long minor) => new Money(Math.Max(minor, 0), Currency).ToString();
        return RuleCheck.Unless(
            PricesIncludeTax ? typed.GrossMinor > left.GrossMinor : typed.NetMinor > left.NetMinor,
            $"At {typed.Percent.ToString("0.###", CultureInfo.InvariantCulture)} %, at most {Say(left)} can be credited: these lines take back {Say(typed)}.",
            nameof(CreditNoteContent.Lines));
    }

    /// <summary>Takes back part of what was billed, for a public reason. Takes a number from the site's sequence of credit notes.</summary>
    /// <exception cref="RuleViolation"><see cref="CanCredit(CreditNoteContent)"/> refuses it, or the day lies ahead or long before the invoice.</exception>
    public CreditNote IssueCreditNote(CreditNoteContent content, Guid commandId, DateOnly date, Site site, Actor actor, DateTime utcNow)
    {
        CanCredit(content).And(CheckDate(date, site.Today(utcNow))).Insist();
        var totals = CreditNoteTotals.Of(this, content);
        var details = new EntryDetails(commandId, date, totals.TotalMinor, content.Reason, content.PrivateNote);
        var creditNote = new CreditNote(this, details, site.TakeCreditNoteNumber(), content.Lines, totals, actor, utcNow);
        CreditedMinor = checked(CreditedMinor + totals.TotalMinor);
        return Append(creditNote, ActivityKind.CreditNoteIssued, actor, utcNow);
    }

    /// <summary>Whether adjustments can be added: only on a sent invoice.</summary>
    public RuleCheck CanAdjust() => MustBeSent();

    /// <summary>Whether this adjustment can be added: with an amount other than zero and a reason.</summary>
    /// <param name="details">What was entered.</param>
    /// <param name="today">The day at the site.</param>
    public RuleCheck CanAdjust(EntryDetails details, DateOnly today) => CanAdjust()
        .And(RuleCheck.Unless(details.AmountMinor == 0, "Enter an amount other than zero.", nameof(EntryDetails.AmountMinor)))
        .And(MustFit(details))
        .And(details.AmountMinor < 0 ? MustStayBilled(details.AmountMinor, nameof(EntryDetails.AmountMinor)) : RuleCheck.Allowed)
        .And(CheckDate(details.Date, today))
        .And(MustHaveReason(details.PublicText, nameof(EntryDetails.PublicText)))
        .And(CheckTexts(details));

    /// <summary>Moves the balance up (amount above zero) or down (below), for a public reason.</summary>
    /// <exception cref="RuleViolation"><see cref="CanAdjust(EntryDetails, DateOnly)"/> refuses it.</exception>
    public Adjustment Adjust(EntryDetails details, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanAdjust(details, today).Insist();
        var adjustment = new Adjustment(this, details, actor, utcNow);
        AdjustedMinor = checked(AdjustedMinor + details.AmountMinor);
        var way = details.AmountMinor < 0 ? "down" : "up";
        return Append(adjustment, ActivityKind.AdjustmentAdded, actor, utcNow, $"{way} by {new Money(details.AmountMinor, Currency).Absolute}");
    }

    /// <summary>Whether an entry was taken back.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    /// <exception cref="ArgumentException">It is another invoice's.</exception>
    public bool IsReversed(BalanceEntry entry) => entry.InvoiceId == Id
        ? Loaded.OfType<Reversal>().Any(reversal => reversal.ReversedEntryId == entry.Id)
        : throw new ArgumentException("The entry is another invoice's.", nameof(entry));

    /// <summary>Whether a wrong entry can be taken back: once, and only while nothing else rests on it.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    public RuleCheck CanReverse(BalanceEntry entry) => MustBeSent()
        .And(RuleCheck.Unless(entry is Reversal, "A reversal is not reversed. Record what is right as a new entry."))
        .And(RuleCheck.Unless(IsReversed(entry), "This entry was reversed already."))
        .And(RuleCheck.Unless(entry is Payment payment && RefundableMinor(payment) < payment.AmountMinor && !IsReversed(entry), "Part of this payment was refunded. Reverse the refund first."))
        .And(RuleCheck.Unless(entry is PendingPayment pending && !IsReversed(entry) && IsClosed(pending), "This payment has arrived. Reverse the payment instead."))
        .And(entry is Adjustment { AmountMinor: > 0 } && !IsReversed(entry) ? MustStayBilled(-entry.AmountMinor) : RuleCheck.Allowed);

    /// <summary>Whether a wrong entry can be taken back for this reason.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    /// <param name="details">What was entered.</param>
    /// <param name="today">The day at the site.</param>
    public RuleCheck CanReverse(BalanceEntry entry, EntryDetails details, DateOnly today) => CanReverse(entry)
        .And(CheckDate(details.Date, today))
        .And(MustHaveReason(details.PublicText, nameof(EntryDetails.PublicText)))
        .And(CheckTexts(details));

    /// <summary>Takes back a wrong entry by one that names it. Both stay in the history, for the reason that the customer reads.</summary>
    /// <exception cref="RuleViolation"><see cref="CanReverse(BalanceEntry, EntryDetails, DateOnly)"/> refuses it.</exception>
    public Reversal Reverse(BalanceEntry entry, EntryDetails details, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanReverse(entry, details, today).Insist();
        var reversal = new Reversal(this, details with { AmountMinor = -entry.EffectMinor }, entry.Id, actor, utcNow);
        string name;
        switch (entry)
        {
            case Payment:
                name = "payment";
                PaidMinor -= entry.AmountMinor;
                break;
            case PendingPayment:
                name = "processing payment";
                PendingMinor -= entry.AmountMinor;
                break;
            case Invoices.Refund:
                name = "refund";
                RefundedMinor -= entry.AmountMinor;
                break;
            case CreditNote:
                name = "credit note";
                CreditedMinor -= entry.AmountMinor;
                break;
            case Adjustment:
                name = "adjustment";
                AdjustedMinor = checked(AdjustedMinor - entry.AmountMinor);
                break;
            default:
                throw new InvalidOperationException($"{entry.GetType().Name} cannot be reversed.");
        }

        Append(reversal, ActivityKind.EntryReversed, actor, utcNow, $"the {name} of {new Money(entry.AmountMinor, Currency).Absolute}");
        SettledOn = Bucket == InvoiceBucket.Settled ? SettlingDay() : null;
        return reversal;
    }

    // The day of the entry that brought the balance down to nothing for good, as if what was taken back had never been.
    private DateOnly? SettlingDay()
    {
        var takenBack = _entries.OfType<Reversal>().Select(reversal => reversal.ReversedEntryId).ToHashSet();
        var balance = TotalMinor;
        DateOnly? day = null;
        foreach (var entry in _entries.OrderBy(entry => entry.Sequence).Where(entry => entry is not Reversal && !takenBack.Contains(entry.Id)))
        {
            balance = checked(balance + entry.EffectMinor);
            day = balance > 0 ? null : day ?? entry.Date;
        }

        return day;
    }

    private RuleCheck CheckCredit(CreditNoteLine line, int index)
    {
        var field = (string name) => $"Lines[{index}].{name}";
        return TextRule.Required(line.Description, 500, field(nameof(line.Description)), "Say what is credited.")
            .And(RuleCheck.Unless(line.AmountMinor <= 0, "Enter an amount above zero.", field(nameof(line.AmountMinor))))
            .And(RuleCheck.Unless(_lines.All(billed => billed.TaxPercent != line.TaxPercent), "Choose a tax rate of this invoice.", field(nameof(line.TaxPercent))));
    }

    // What an adjustment added and a credit note took back is not taken back a second time, neither by a reversal nor by an adjustment down.
    private RuleCheck MustStayBilled(long changeMinor, string? field = null)
    {
        var billed = (Int128)TotalMinor + Int128.Max((Int128)AdjustedMinor + changeMinor, 0);
        return RuleCheck.Unless(
            billed < CreditedMinor,
            $"{new Money(CreditedMinor, Currency)} was credited, and only {new Money(billed < CreditedMinor ? (long)billed : 0, Currency)} would stay billed. Reverse the credit note first.",
            field);
    }

    private static RuleCheck MustHaveReason(string reason, string field) =>
        RuleCheck.Unless(string.IsNullOrWhiteSpace(reason), "Give the reason that the customer will read.", field);
}

using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Samples;

/// <summary>
/// Writes made-up invoices through the domain, so that what it makes could have happened. The same random numbers
/// and the same day give the same business; ids and tokens are new each time.
/// </summary>
public sealed class BusinessWriter(Site site, PortalTokens tokens, Random random, DateTime utcNow)
{
    private static readonly Actor Owner = new(null, "Sample data");

    private readonly DateOnly _today = site.Today(utcNow);

    /// <summary>An invoice with its link and what happened to it; the link is null for a draft that was never sent.</summary>
    public sealed record Written(Invoice Invoice, PortalLink? Link, IReadOnlyList<PortalOpening> Openings);

    public Customer Customer(string name, string contact, string email, string language, string address) => new(
        site.Id,
        new CustomerContent(name, contact, email, language, address, $"INTERNAL NOTE: {contact} decides; {name} pays after a call."),
        Owner,
        utcNow.AddDays(-400));

    /// <summary>An invoice issued on a day, that has come as far as <paramref name="scenario"/> says.</summary>
    public Written Invoice(
        Customer customer, SampleScenario scenario, DateOnly issued, string currencyCode, IReadOnlyList<LineContent> lines, string reference, string memo)
    {
        var due = issued.AddDays(scenario == SampleScenario.DueToday ? _today.DayNumber - issued.DayNumber : 30);
        var content = new InvoiceContent(currencyCode, issued, due, new() { Reference = reference, Memo = memo }, $"INTERNAL NOTE: written for {customer.Name}.", false, lines);
        var invoice = new Invoice(site, customer, content, Owner, At(issued, 9));
        if (scenario == SampleScenario.Draft)
            return new Written(invoice, null, []);

        invoice.Send((SentHow)random.Next(3), site, Owner, At(issued, 10));
        var link = tokens.NewLink(invoice, Owner, At(issued, 10));
        Settle(invoice, scenario, Later(issued, 5));
        if (scenario == SampleScenario.LinkTurnedOff)
            link.TurnOff(Owner, At(Later(issued, 6), 12));

        return new Written(invoice, link, random.Next(3) == 0 ? [] : [Opening(link, Later(issued, 2))]);
    }

    /// <summary>A follow-up that was prepared a few days ago, due so many days from today, and perhaps done yesterday.</summary>
    public FollowUp FollowUp(Invoice invoice, Membership assignee, string title, int dueIn, bool isDone)
    {
        var prepared = utcNow.AddDays(-Math.Max(5, 2 - dueIn));
        var content = new FollowUpContent(title, _today.AddDays(dueIn), assignee.UserId, $"INTERNAL NOTE: ask for the person who books invoices at {invoice.BilledTo}.");
        var followUp = Domain.FollowUps.FollowUp.Prepare(invoice, content, assignee, site.Today(prepared), Owner, prepared);
        if (isDone)
            followUp.Complete(Owner, utcNow.AddDays(-1));

        return followUp;
    }

    /// <summary>A day on which an invoice with this story may have been issued. Write invoices in the order of their days: numbers follow it.</summary>
    public DateOnly IssueDate(SampleScenario scenario) => _today.AddDays(-(scenario switch
    {
        SampleScenario.Draft => random.Next(0, 10),
        SampleScenario.Sent or SampleScenario.PartlyPaid or SampleScenario.Credited or SampleScenario.Processing or SampleScenario.Corrected or SampleScenario.LinkTurnedOff => random.Next(1, 28),
        SampleScenario.DueToday => 30,
        SampleScenario.Overdue or SampleScenario.PartlyPaidOverdue => random.Next(32, 120),
        SampleScenario.Expired => random.Next(200, 700),
        SampleScenario.OldPaid => random.Next(120, 700),
        _ => random.Next(10, 80),
    }));

    private void Settle(Invoice invoice, SampleScenario scenario, DateOnly day)
    {
        var total = invoice.TotalMinor;
        switch (scenario)
        {
            case SampleScenario.Paid or SampleScenario.OldPaid:
                Pay(invoice, day, total);
                break;
            case SampleScenario.PaidInTwo:
                Pay(invoice, day, total / 2);
                Pay(invoice, Later(day, 7), total - (total / 2));
                break;
            case SampleScenario.PartlyPaid or SampleScenario.PartlyPaidOverdue:
                Pay(invoice, day, Math.Max(1, total / 3));
                break;
            case SampleScenario.Credited:
                Credit(invoice, day, Math.Max(1, total / 5), "Agreed reduction");
                break;
            case SampleScenario.Adjusted:
                invoice.Adjust(Details(day, Math.Max(1, total / 20), "Expenses agreed later"), day, Owner, At(day, 11));
                Pay(invoice, Later(day, 3), Math.Max(1, total / 2));
                break;
            case SampleScenario.InCredit:
                Pay(invoice, day, total);
                Credit(invoice, Later(day, 2), Math.Max(1, total / 10), "Part returned");
                break;
            case SampleScenario.Refunded:
                var payment = Pay(invoice, day, total);
                Credit(invoice, Later(day, 2), total, "Order cancelled");
                var refunded = Later(day, 3);
                invoice.Refund(payment, Details(refunded, total, "Back to your account"), refunded, Owner, At(refunded, 12));
                break;
            case SampleScenario.Processing:
                invoice.RecordPendingPayment(Details(day, total, "Cheque"), PaymentMethod.Cheque, day, Owner, At(day, 14));
                break;
            case SampleScenario.Corrected:
                var wrong = Pay(invoice, day, Math.Max(1, total / 4));
                var found = Later(day, 3);
                invoice.Reverse(wrong, Details(found, 0, "Booked on the wrong invoice"), found, Owner, At(found, 15));
                break;
            case SampleScenario.Void:
                invoice.Void("INTERNAL NOTE: billed twice", site, Owner, At(day, 12));
                break;
            default:
                break;
        }
    }

    private Payment Pay(Invoice invoice, DateOnly day, long amountMinor) => invoice.RecordPayment(
        Details(day, amountMinor, $"Payment {random.Next(10_000, 99_999)}"),
        (PaymentMethod)random.Next(3),
        day,
        Owner,
        At(day, 14));

    private void Credit(Invoice invoice, DateOnly day, long amountMinor, string reason) => invoice.IssueCreditNote(
        new CreditNoteContent(reason, amountMinor, [], "INTERNAL NOTE: agreed on the telephone."), Guid.NewGuid(), day, site, Owner, At(day, 11));

    private static EntryDetails Details(DateOnly day, long amountMinor, string publicText) =>
        new(Guid.NewGuid(), day, amountMinor, publicText, "INTERNAL NOTE: checked against the bank statement.");

    private PortalOpening Opening(PortalLink link, DateOnly day) => new()
    {
        LinkId = link.Id,
        SiteId = link.SiteId,
        InvoiceId = link.InvoiceId,
        Day = day,
        Kind = PortalOpeningKind.Customer,
        First = At(day, 15),
        Last = At(day, 16),
        Count = 1 + random.Next(4),
    };

    private DateOnly Later(DateOnly day, int days)
    {
        var later = day.AddDays(random.Next(1, days + 1));
        return later > _today ? _today : later;
    }

    // Never later than now: the sample is read at any hour of the day.
    private DateTime At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, random.Next(60)));
        var utc = TimeZoneInfo.ConvertTimeToUtc(local, site.TimeZone);
        return utc > utcNow ? utcNow : utc;
    }
}

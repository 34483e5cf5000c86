using System.Reflection;
using System.Text.Json;
using CsCheck;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

/// <summary>Whatever is done with an invoice, in whatever order, its figures follow from its entries.</summary>
public sealed class MovementSequenceTests
{
    [Fact]
    public void After_each_act_the_figures_are_those_of_the_entries_and_no_earlier_entry_changed()
    {
        var done = new HashSet<ActKind>();
        Gen.Select(RandomAct.Bills, RandomAct.Sequence(60)).Sample((bill, acts) =>
        {
            var site = Cast.Northwind(bill.CurrencyCode);
            var invoice = new Invoice(site, Cast.Ada(site), bill, Cast.Adam, Cast.Now);
            invoice.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
            var total = invoice.TotalMinor;
            var written = new List<string>();
            foreach (var act in acts)
            {
                var before = Snapshot(invoice);
                try
                {
                    if (!Do(act, invoice, site))
                        continue;
                    lock (done)
                        done.Add(act.Kind);
                }
                catch (RuleViolation)
                {
                    Snapshot(invoice).Should().Be(before, "{0} was refused", act);
                    continue;
                }

                invoice.TotalMinor.Should().Be(total).And.Be(InvoiceTotals.Of(bill.Lines, bill.PricesIncludeTax).TotalMinor);
                invoice.Entries.Select(Written).Take(written.Count).Should().Equal(written, "entries are never changed");
                written = [.. invoice.Entries.Select(Written)];
                FiguresFollowFromEntries(invoice, act);
            }

            site.NextCreditNoteNumber.Should().Be(1 + invoice.Entries.OfType<CreditNote>().Count());
        }, iter: 400, threads: 1);
        done.Should().BeEquivalentTo(Enum.GetValues<ActKind>());
    }

    [Fact]
    public void No_entry_can_be_set_from_outside() => typeof(BalanceEntry).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(BalanceEntry)))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(property => property.SetMethod?.IsPublic == true)
        .Should().BeEmpty();

    private static bool Do(RandomAct act, Invoice invoice, Site site)
    {
        switch (act.Kind)
        {
            case ActKind.Pay:
                invoice.RecordPayment(act.Details(invoice), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Announce:
                invoice.RecordPendingPayment(act.Details(invoice), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Confirm when act.Of<PendingPayment>(invoice) is { } pending:
                invoice.ConfirmPayment(pending, Guid.CreateVersion7(), act.Date, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Refund when act.Of<Payment>(invoice) is { } payment:
                invoice.Refund(payment, act.Details(invoice), Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.CreditSum or ActKind.CreditLine:
                invoice.IssueCreditNote(act.CreditOf(invoice), Guid.CreateVersion7(), act.Date, site, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Adjust:
                invoice.Adjust(act.Details(invoice) with { AmountMinor = (act.Which % 2 == 0 ? 1 : -1) * act.AmountOf(invoice) }, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Reverse when act.Of<BalanceEntry>(invoice) is { } wrong:
                invoice.Reverse(wrong, act.Details(invoice), Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Void:
                invoice.Void("Ordered twice", site, Cast.Adam, Cast.Now);
                return true;
            default:
                return false;
        }
    }

    private static void FiguresFollowFromEntries(Invoice invoice, RandomAct act)
    {
        var takenBack = invoice.Entries.OfType<Reversal>().Select(reversal => reversal.ReversedEntryId).ToList();
        takenBack.Should().OnlyHaveUniqueItems();
        var standing = invoice.Entries.Where(entry => entry is not Reversal && !takenBack.Contains(entry.Id)).ToList();
        long Sum<T>()
            where T : BalanceEntry => standing.OfType<T>().Sum(entry => entry.AmountMinor);

        // The equation, from what stands, and again from the running column with every mistake in it.
        invoice.Balance.Should().Be(new Balance(invoice.TotalMinor, Sum<Adjustment>(), Sum<CreditNote>(), Sum<Payment>(), Sum<Refund>()), "after {0}", act);
        var due = invoice.TotalMinor + Sum<Adjustment>() - Sum<CreditNote>() - Sum<Payment>() + Sum<Refund>();
        invoice.Balance.DueMinor.Should().Be(due);
        var history = BalanceHistory.Of(invoice.TotalMinor, invoice.Entries);
        (history.Count == 0 ? invoice.TotalMinor : history[^1].BalanceAfterMinor).Should().Be(due);
        history.Select(movement => movement.Entry.Sequence).Should().Equal(Enumerable.Range(1, invoice.EntryCount));

        var arrived = invoice.Entries.OfType<Payment>().Select(payment => payment.ConfirmsEntryId).Where(id => id is not null).ToList();
        arrived.Should().OnlyHaveUniqueItems();
        invoice.PendingMinor.Should().Be(standing.OfType<PendingPayment>().Where(pending => !arrived.Contains(pending.Id)).Sum(pending => pending.AmountMinor));

        foreach (var refunds in standing.OfType<Refund>().GroupBy(refund => refund.PaymentId))
            refunds.Sum(refund => refund.AmountMinor).Should().BeLessThanOrEqualTo(standing.OfType<Payment>().Single(payment => payment.Id == refunds.Key).AmountMinor);
        Sum<CreditNote>().Should().BeLessThanOrEqualTo(invoice.TotalMinor + standing.OfType<Adjustment>().Where(each => each.AmountMinor > 0).Sum(each => each.AmountMinor));
        foreach (var note in standing.OfType<CreditNote>())
            (note.NetMinor + note.Taxes.Sum(tax => tax.TaxMinor)).Should().Be(note.AmountMinor);

        if (invoice.SendState == SendState.Void)
        {
            (invoice.BalanceMinor, invoice.Bucket, invoice.SettledOn, invoice.PendingMinor).Should().Be((0, InvoiceBucket.Void, null, 0));
            return;
        }

        invoice.BalanceMinor.Should().Be(due);
        invoice.Bucket.Should().Be(due > 0 ? InvoiceBucket.Open : InvoiceBucket.Settled);
        invoice.SettledOn.Should().Be(SettlingDay(invoice.TotalMinor, standing), "after {0}", act);
    }

    // The day of the entry, among those that stand, with which the balance came down to nothing and stayed there.
    private static DateOnly? SettlingDay(long total, List<BalanceEntry> standing)
    {
        var balances = standing.Select((entry, index) => (entry.Date, Balance: total + standing.Take(index + 1).Sum(each => each.EffectMinor))).ToList();
        var lastOpen = balances.FindLastIndex(each => each.Balance > 0);
        return lastOpen + 1 < balances.Count ? balances[lastOpen + 1].Date : null;
    }

    private static string Written(BalanceEntry entry) => entry.GetType().Name + JsonSerializer.Serialize(entry, entry.GetType());

    private static string Snapshot(Invoice invoice) => JsonSerializer.Serialize(
        new { invoice.Balance, invoice.PendingMinor, invoice.BalanceMinor, invoice.Bucket, invoice.SettledOn, invoice.SendState, invoice.EntryCount, invoice.Version, invoice.Entries.Count });
}

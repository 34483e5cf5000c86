using CsCheck;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

/// <summary>Whatever is recorded, everybody reads the same balance: the list, the drawer, the customer and the totals.</summary>
public sealed class EntrySequenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_each_act_list_drawer_page_and_document_show_one_balance_and_the_totals_hold(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await using var portal = new PortalReads(stage.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        var recorded = 0;
        await Gen.Select(RandomAct.Bills, RandomAct.Sequence(12)).SampleAsync(
            async (bill, acts) =>
            {
                var id = await stage.SentAsync(stage.Northwind, bill);
                var token = (await stage.UrlAsync(id))!.Split('/')[^1];
                foreach (var act in acts)
                {
                    var before = await stage.InvoiceAsync(id);
                    try
                    {
                        if (await DoAsync(stage, act, before))
                            recorded++;
                    }
                    catch (RuleViolation)
                    {
                        (await stage.InvoiceAsync(id)).Version.Should().Be(before.Version, "{0} was refused", act);
                    }

                    await OneBalanceAsync(stage, portal, id, token);
                }
            },
            iter: 12,
            threads: 1);
        recorded.Should().BeGreaterThan(20);
    }

    private static async Task OneBalanceAsync(Stage stage, PortalReads portal, Guid id, string token)
    {
        var invoice = await stage.InvoiceAsync(id);
        var due = invoice.SendState == SendState.Void ? 0 : invoice.TotalMinor + invoice.Entries.Sum(entry => entry.EffectMinor);
        invoice.BalanceMinor.Should().Be(due);
        invoice.Totals.TotalMinor.Should().Be(invoice.TotalMinor);
        invoice.Lines.Sum(line => line.AmountMinor).Should().Be(invoice.PricesIncludeTax ? invoice.TotalMinor : invoice.NetMinor);

        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == invoice.SiteId));
        var written = BalanceText.Of(invoice.BalanceDue, SiteText.CultureOf(site));
        var tokens = stage.Services.GetRequiredService<PortalTokens>();
        var access = stage.Services.GetRequiredService<SiteAccess>();
        var list = await new MoneyRows(access, tokens).ReadAsync(stage.Northwind.Viewer, new MoneyFilter { Search = invoice.Number! });
        list.Rows.Single(row => row.Id == id).Balance.Should().Be(written);
        var drawer = await new DrawerInvoices(access, tokens).FindAsync(stage.Northwind.Viewer, id);
        drawer!.Link.Balance.Should().Be(written);
        var last = drawer.History.Voided is null && drawer.History.Entries.Count > 0 ? drawer.History.Entries[^1].Balance : written;
        (last, drawer.History.Balance).Should().Be((written, written));

        var read = await portal.InvoiceAsync("pay.northwind.example", "pay", PortalToken.Hash(token), default);
        var page = PortalInvoice.Of(read!, TimeZoneInfo.ConvertTime(stage.Clock.GetUtcNow(), site.TimeZone), logoUrl: null);
        var said = page.Statement;
        (said.BalanceDue.Minor - said.Credit.Minor).Should().Be(due);
        (said.PublicEntries.Count == 0 ? said.Amount.Minor : said.PublicEntries[^1].Balance.Minor).Should().Be(due, "the history ends in the balance due");
        said.Processing.Minor.Should().Be(invoice.PendingMinor);
        var language = PortalLanguage.For(invoice.Language);
        var document = new PdfReading(InvoiceDocument.Write(page, language, address: null, logoPng: null).Bytes);
        document.Bare.Should().Contain(PdfReading.Without(language.Text.BalanceDue)).And.Contain(PdfReading.Without(language.Money(said.BalanceDue)));
        if (said.Credit.IsPositive)
            document.Bare.Should().Contain(PdfReading.Without(language.Text.InCredit(language.Balance(said.Balance))));

        var kept = (await stage.ReadAsync(db => db.BucketTotals.Where(total => total.SiteId == site.Id && total.Count != 0).ToListAsync()))
            .Select(total => ((total.CurrencyCode, total.Bucket, total.DueDate), total.Count, total.TotalMinor, total.BalanceMinor));
        var summed = (await stage.ReadAsync(db => db.Invoices.Where(each => each.SiteId == site.Id).ToListAsync()))
            .GroupBy(each => (each.CurrencyCode, each.Bucket, DueDate: each.Bucket == InvoiceBucket.Open ? each.DueDate : BucketTotal.NoDay))
            .Select(group => (group.Key, group.LongCount(), group.Sum(each => each.TotalMinor), group.Sum(each => each.BalanceMinor)));
        kept.Should().BeEquivalentTo(summed);
    }

    private static async Task<bool> DoAsync(Stage stage, RandomAct act, Invoice invoice)
    {
        var (who, money, id, version) = (stage.Northwind.Admin, stage.Balances, invoice.Id, invoice.Version);
        Task? done = act.Kind switch
        {
            ActKind.Pay => money.RecordPaymentAsync(who, id, version, act.Details(invoice), PaymentMethod.Card, isProcessing: false),
            ActKind.Announce => money.RecordPaymentAsync(who, id, version, act.Details(invoice), PaymentMethod.Cheque, isProcessing: true),
            ActKind.Confirm when act.Of<PendingPayment>(invoice) is { } pending => money.ConfirmPaymentAsync(who, id, version, pending.Id, Guid.CreateVersion7(), act.Date),
            ActKind.Refund when act.Of<Payment>(invoice) is { } payment => money.RefundAsync(who, id, version, payment.Id, act.Details(invoice)),
            ActKind.CreditSum or ActKind.CreditLine => money.IssueCreditNoteAsync(who, id, version, act.CreditOf(invoice), Guid.CreateVersion7()),
            ActKind.Adjust => money.AdjustAsync(who, id, version, act.Details(invoice)),
            ActKind.Reverse when act.Of<BalanceEntry>(invoice) is { } wrong => money.ReverseAsync(who, id, version, wrong.Id, act.Details(invoice)),
            ActKind.Void => stage.Invoices.VoidAsync(who, id, version, "Ordered twice"),
            _ => null,
        };
        if (done is null)
            return false;
        await done;
        return true;
    }
}

using System.Net;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Http;

/// <summary>What a customer reads of each entry. The invoice comes to 143.08; amounts are German euros written for Britain.</summary>
public sealed partial class PortalEntryTests : IAsyncLifetime
{
    private static readonly Actor Staff = new(Guid.CreateVersion7(), PortalCast.StaffName);

    private readonly FasterMoneyApp _app = new() { Clock = new FakeTimeProvider(PortalCast.Now) };
    private HttpClient _client = null!;
    private PortalCast _cast = null!;

    public async Task InitializeAsync()
    {
        _client = _app.CreateClient(new() { AllowAutoRedirect = false });
        _cast = new PortalCast(_app.Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>());
        await _cast.OpenAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_entry_is_there_with_its_date_kind_words_amount_and_the_balance_it_leaves()
    {
        var (path, invoice, _) = await _cast.SendAsync((invoice, _, site) => Everything(invoice, site));

        var page = await PageAsync(path);

        Entries(page).Should().Equal(
            "24 October 2026 | Invoice total | | EUR 143.08",
            "20 November 2026 | Payment Transfer 88 | -EUR 100.00 | EUR 43.08",
            "21 November 2026 | Refund Paid too much | +EUR 30.00 | EUR 73.08",
            "23 November 2026 | Credit note CN-0001 · Rain day | -EUR 13.08 | EUR 60.00",
            "22 November 2026 | Adjustment Delivery | +EUR 5.00 | EUR 65.00",
            "23 November 2026 | Reversal Never delivered | -EUR 5.00 | EUR 60.00");
        Term(page, "Balance due").Should().Be("EUR 60.00");
        Term(page, "Paid").Should().Be("EUR 70.00");
        Term(page, "Amount").Should().Be("EUR 143.08");
        invoice.BalanceMinor.Should().Be(60_00);
    }

    [Fact]
    public async Task No_private_note_staff_name_or_id_of_any_entry_is_in_the_bytes()
    {
        var (path, invoice, link) = await _cast.SendAsync((invoice, _, site) =>
        {
            Everything(invoice, site);
            invoice.RecordPendingPayment(Entry(7_00, "Cheque 12"), PaymentMethod.Cheque, Today, Staff, PortalCast.Now);
        });
        await using (var db = await _app.OpenDbAsync())
        {
            db.Add(new CreditNoteDraft(invoice, new CreditNoteContent("DRAFT OF A REASON", 1_23, [], PortalCast.PrivateWords), Staff, PortalCast.Now));
            await db.SaveChangesAsync();
        }

        var answer = await _client.GetAsync(path);
        var everything = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";

        foreach (var secret in new[] { PortalCast.PrivateWords, PortalCast.StaffName, "DRAFT OF A REASON", "1.23" })
            everything.Should().NotContainEquivalentOf(secret);
        invoice.Entries.Should().HaveCount(6);
        foreach (var id in invoice.Entries.SelectMany(entry => new[] { entry.Id, entry.CommandId }).Concat([invoice.Id, link.Id, Staff.UserId!.Value]))
        {
            everything.Should().NotContainEquivalentOf($"{id}");
            everything.Should().NotContainEquivalentOf($"{id:N}");
        }
    }

    [Fact]
    public async Task A_payment_on_its_way_is_said_and_leaves_the_balance()
    {
        var (path, invoice, _) = await _cast.SendAsync((invoice, _, _) =>
            invoice.RecordPendingPayment(Entry(100_00, "Cheque 12"), PaymentMethod.Cheque, Today, Staff, PortalCast.Now));

        var page = await PageAsync(path);
        page.Should().Contain("A payment of EUR 100.00 is being processed.").And.NotContain("How this balance came about");
        Term(page, "Balance due").Should().Be("EUR 143.08");
        Term(page, "Paid").Should().Be("EUR 0.00");

        await ChangeAsync(invoice, (again, _) => again.ConfirmPayment(again.Entries.OfType<PendingPayment>().Single(), Guid.CreateVersion7(), Today, Today, Staff, PortalCast.Now));
        page = await PageAsync(path);
        page.Should().NotContain("is being processed");
        Entries(page).Should().Equal("24 October 2026 | Invoice total | | EUR 143.08", "23 November 2026 | Payment Cheque 12 | -EUR 100.00 | EUR 43.08");
        Term(page, "Balance due").Should().Be("EUR 43.08");
    }

    [Fact]
    public async Task One_that_never_arrived_leaves_no_trace()
    {
        var (path, invoice, _) = await _cast.SendAsync((invoice, _, _) =>
            invoice.RecordPendingPayment(Entry(100_00, "Cheque 12"), PaymentMethod.Cheque, Today, Staff, PortalCast.Now));
        await OpenedAsync(path);
        await ChangeAsync(invoice, (again, _) => again.Reverse(again.Entries[0], Entry(0, "Bounced"), Today, Staff, PortalCast.Now.AddDays(1)));

        (await PageAsync(path)).Should().NotContain("being processed").And.NotContain("Bounced").And.NotContain("Corrected on");
    }

    [Fact]
    public async Task Corrected_since_is_said_with_the_day_to_a_customer_who_had_opened_the_page_before()
    {
        var opened = await _cast.SendAsync();
        var unopened = await _cast.SendAsync();
        var previewed = await _cast.SendAsync();
        await OpenedAsync(opened.Path);
        await _client.SendAsync(new(HttpMethod.Get, previewed.Path) { Headers = { { "User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" } } });
        await CountedAsync(2);

        // A payment corrects nothing. Half past eleven at night in UTC is the next day in Berlin.
        var later = new DateTime(2026, 11, 25, 23, 30, 0, DateTimeKind.Utc);
        foreach (var (_, invoice, _) in new[] { opened, unopened, previewed })
            await ChangeAsync(invoice, (again, _) => again.RecordPayment(Entry(10_00, ""), PaymentMethod.Card, Today, Staff, PortalCast.Now.AddDays(1)));
        (await PageAsync(opened.Path)).Should().NotContain("Corrected on");
        foreach (var (_, invoice, _) in new[] { opened, unopened, previewed })
            await ChangeAsync(invoice, (again, _) => again.Reverse(again.Entries[0], Entry(0, "Another customer's"), Today, Staff, later));

        (await PageAsync(opened.Path)).Should().Contain("Corrected on 26 November 2026, after this page had been opened before.");
        (await PageAsync(unopened.Path)).Should().NotContain("Corrected on");
        (await PageAsync(previewed.Path)).Should().NotContain("Corrected on", "a robot is no customer");
    }

    [Fact]
    public async Task Corrected_since_an_earlier_link_was_opened_is_said_under_the_one_that_replaced_it()
    {
        var (path, invoice, link) = await _cast.SendAsync();
        await OpenedAsync(path);
        var token = PortalToken.New();
        await using (var db = await _app.OpenDbAsync())
        {
            PortalCast.Replace(await db.PortalLinks.SingleAsync(each => each.Id == link.Id));
            await db.SaveChangesAsync();
            db.Add(new PortalLink(invoice, Guid.CreateVersion7(), PortalToken.Hash(token), "kept elsewhere", Staff, PortalCast.Now));
            await db.SaveChangesAsync();
        }

        await ChangeAsync(invoice, (again, _) => again.Adjust(Entry(-5_00, "Goodwill"), Today, Staff, PortalCast.Now.AddDays(1)));

        (await PageAsync($"/pay/{token}")).Should().Contain("Corrected on 24 November 2026");
    }

    [Fact]
    public async Task What_was_corrected_before_the_first_opening_is_no_news()
    {
        var (path, _, _) = await _cast.SendAsync((invoice, _, site) => PortalCast.Credit(invoice, 3_08, site));
        _app.Clock!.Advance(TimeSpan.FromHours(1));
        await OpenedAsync(path);
        (await PageAsync(path)).Should().Contain("CN-0001 · Rain day").And.NotContain("Corrected on");
    }

    [Fact]
    public async Task In_credit_refunded_and_void_end_in_what_is_due()
    {
        var credit = await PageAsync((await _cast.SendAsync((invoice, _, _) => PortalCast.Pay(invoice, 150_00))).Path);
        credit.Should().Contain("In credit: EUR 6.92 in your favour").And.NotContain("How to pay");
        Entries(credit)[^1].Should().EndWith("EUR 6.92 in your favour");
        Term(credit, "Balance due").Should().Be("EUR 0.00");

        var refunded = await PageAsync((await _cast.SendAsync((invoice, _, site) =>
        {
            PortalCast.Pay(invoice, 143_08);
            PortalCast.Refund(invoice, 143_08);
            PortalCast.Credit(invoice, 143_08, site);
        })).Path);
        refunded.Should().Contain("Refunded").And.NotContain("How to pay");
        Entries(refunded)[^1].Should().EndWith("| EUR 0.00");

        var cancelled = await PageAsync((await _cast.SendAsync((invoice, _, site) =>
        {
            PortalCast.Credit(invoice, 43_08, site);
            PortalCast.Void(invoice, site);
        })).Path);
        cancelled.Should().Contain("This invoice was cancelled. There is nothing to pay.").And.NotContain("How to pay");
        Entries(cancelled)[^1].Should().Be("23 November 2026 | Cancellation | -EUR 100.00 | EUR 0.00");
        Term(cancelled, "Balance due").Should().Be("EUR 0.00");
    }

    [Fact]
    public async Task What_was_credited_whole_is_settled_and_nobody_is_said_to_have_paid()
    {
        var page = await PageAsync((await _cast.SendAsync((invoice, _, site) => PortalCast.Credit(invoice, 143_08, site))).Path);
        Term(page, "Status").Should().Be("Settled");
        page.Should().NotContain("Paid on");
    }

    private static DateOnly Today => DateOnly.FromDateTime(PortalCast.Now);

    private static EntryDetails Entry(long minor, string text, int daysAgo = 0) => new(Guid.CreateVersion7(), Today.AddDays(-daysAgo), minor, text, PortalCast.PrivateWords);

    private static void Everything(Invoice invoice, Site site)
    {
        var payment = invoice.RecordPayment(Entry(100_00, "Transfer 88", 3), PaymentMethod.BankTransfer, Today, Staff, PortalCast.Now);
        invoice.Refund(payment, Entry(30_00, "Paid too much", 2), Today, Staff, PortalCast.Now);
        PortalCast.Credit(invoice, 13_08, site);
        var adjustment = invoice.Adjust(Entry(5_00, "Delivery", 1), Today, Staff, PortalCast.Now);
        invoice.Reverse(adjustment, Entry(0, "Never delivered"), Today, Staff, PortalCast.Now);
    }

    private async Task ChangeAsync(Invoice invoice, Action<Invoice, Site> act)
    {
        await using var db = await _app.OpenDbAsync();
        act(await db.Invoices.Include(each => each.Lines).Include(each => each.Entries).SingleAsync(each => each.Id == invoice.Id), await db.Sites.SingleAsync());
        await db.SaveChangesAsync();
    }

    private async Task OpenedAsync(string path)
    {
        (await _client.SendAsync(Visitors.Browser(path))).StatusCode.Should().Be(HttpStatusCode.OK);
        await CountedAsync(1);
    }

    // Openings are written a moment after the answer.
    private async Task CountedAsync(int rows)
    {
        await using var db = await _app.OpenDbAsync();
        await Eventually.TrueAsync(async () => await db.PortalOpenings.CountAsync() >= rows);
        (await db.PortalOpenings.CountAsync()).Should().BeGreaterThanOrEqualTo(rows, "openings are counted");
    }

    private async Task<string> PageAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ').Replace('\u2212', '-');
    }

    private static string Term(string page, string term) => Regex.Match(page, $"<dt>{term}</dt><dd>([^<]*)</dd>").Groups[1].Value;

    /// <summary>The rows of the table, as a reader without eyes hears them.</summary>
    private static List<string> Entries(string page) =>
    [
        .. Rows().Matches(Table().Match(page).Groups[1].Value)
            .Select(row => string.Join(" | ", Cells().Matches(row.Groups[1].Value).Select(cell => Tags().Replace(cell.Groups[1].Value, " ").Trim())))
            .Select(row => Spaces().Replace(row, " ")),
    ];

    [GeneratedRegex("""<table class="entries">.*?<tbody>(.*?)</tbody>""", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cells();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Assistant;

/// <summary>The asks that only look, with the built-in assistant and the real tools on a real database.</summary>
public sealed class ReadingAskTests : IAsyncLifetime
{
    private Stage _stage = null!;

    private TestSite Northwind => _stage.Northwind;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Theory]
    [InlineData("Does this invoice have a customer portal link, and if not, why and what mends it?")]
    [InlineData("is there a pay page for this bill?")]
    [InlineData("Can the customer open the link?")]
    public async Task A_sent_invoice_has_a_portal_link(string question)
    {
        var heard = await _stage.AskAsync(Northwind.Admin, question, await _stage.SentAsync(Northwind));

        heard.Text.Should().StartWith("Yes. INV-0001 for Ada's Bakery has a customer portal link, which works through")
            .And.Contain("not opened it yet");
        heard.Runs.Should().ContainSingle().Which.Sentence.Should().Be("Looked up INV-0001 and its portal link");
        heard.End.Outcome.Should().Be(AnswerOutcome.Complete);
    }

    [Theory]
    [InlineData("Does this invoice have a customer portal link, and if not, why and what mends it?")]
    [InlineData("why can't I copy the link?")]
    public async Task A_draft_has_none_and_the_answer_says_what_mends_it(string question)
    {
        var heard = await _stage.AskAsync(Northwind.Admin, question, await _stage.DraftAsync(Northwind));

        heard.Text.Should().StartWith("No").And.Contain("This invoice was not sent yet.").And.Contain("Mark the invoice as sent");
    }

    [Fact]
    public async Task Every_reason_is_told()
    {
        var invoice = await _stage.DraftAsync(_stage.Harbor);

        var heard = await _stage.AskAsync(_stage.Harbor.Admin, "Why is there no portal link?", invoice);

        heard.Text.Should().Contain("This invoice was not sent yet.").And.Contain("The site has no portal route yet.").And.Contain("An owner configures the portal route");
    }

    [Theory]
    [InlineData("Which sent invoices have an unavailable link?")]
    [InlineData("list invoices with broken links")]
    [InlineData("Are there any sent invoices without a working portal link?")]
    public async Task The_unavailable_links_of_sent_invoices_are_listed_with_reasons_and_fixes(string question)
    {
        var (good, off) = (await _stage.SentAsync(Northwind), await _stage.SentAsync(Northwind));
        await _stage.DraftAsync(Northwind);
        await _stage.Links.TurnOffAsync(Northwind.Admin, off);

        var heard = await _stage.AskAsync(Northwind.Viewer, question);

        heard.Text.Should().Contain("One sent invoice still to be paid has a portal link that cannot be used")
            .And.Contain("INV-0002, Ada's Bakery, $100.00").And.Contain("The link was turned off. Turn the link on in the drawer").And.NotContain("INV-0001");
        good.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Without_a_route_every_link_is_unavailable_for_one_reason()
    {
        await _stage.SentAsync(_stage.Harbor);

        var heard = await _stage.AskAsync(_stage.Harbor.Admin, "Which sent invoices have an unavailable link?");

        heard.Text.Should().StartWith("Every link of the business is unavailable. The site has no portal route yet.").And.Contain("H-0001");
    }

    [Theory]
    [InlineData("Which overdue customers have not opened their invoice?")]
    [InlineData("who is late and never viewed the bill?")]
    [InlineData("unopened overdue invoices please")]
    public async Task Overdue_customers_who_did_not_open_their_invoice_are_listed(string question)
    {
        var late = Cast.Content() with { IssueDate = Cast.Today.AddDays(-40), DueDate = Cast.Today.AddDays(-10) };
        await _stage.SentAsync(Northwind, late);
        var seen = await _stage.SentAsync(Northwind, late);
        await _stage.SentAsync(Northwind);
        await OpenAsync(seen);

        var heard = await _stage.AskAsync(Northwind.Admin, question);

        heard.Text.Should().Contain("One overdue invoice was not opened").And.Contain("Ada's Bakery: INV-0001, $100.00, due 28 Feb 2026").And.Contain("10 days overdue")
            .And.NotContain("INV-0002").And.NotContain("INV-0003");
    }

    [Theory]
    [InlineData("Explain this balance to me.")]
    [InlineData("How did this balance come about?")]
    [InlineData("why does the customer owe that much")]
    public async Task A_balance_is_explained_entry_by_entry(string question)
    {
        var invoice = await _stage.SentAsync(Northwind);
        await _stage.ChangeAsync(invoice, each => each.Pay(40_00));
        await _stage.ChangeAsync(invoice, each => each.Adjust(-5_00));

        var heard = await _stage.AskAsync(Northwind.Admin, question, invoice);

        heard.Text.Should().Contain("The balance due of INV-0001 for Ada's Bakery is $55.00.").And.Contain("the invoice's total, $100.00")
            .And.Contain("payment (“As agreed”) −$40.00, which leaves $60.00").And.Contain("adjustment (“As agreed”) −$5.00, which leaves $55.00")
            .And.Contain("So $55.00 is left to pay").And.NotContain("INTERNAL NOTE");
    }

    [Fact]
    public async Task An_invoice_is_named_by_its_number_or_its_customer()
    {
        await _stage.SentAsync(Northwind);

        (await _stage.AskAsync(Northwind.Admin, "Explain the balance of inv-0001")).Text.Should().Contain("$100.00");
        (await _stage.AskAsync(Northwind.Admin, "Explain the balance of invoice 1")).Text.Should().Contain("$100.00");
        (await _stage.AskAsync(Northwind.Admin, "How much does Ada's Bakery owe?")).Text.Should().Contain("INV-0001");
    }

    [Fact]
    public async Task Which_invoice_is_asked_when_it_is_not_clear_and_the_answer_goes_on_from_there()
    {
        await _stage.SentAsync(Northwind);
        await _stage.SentAsync(Northwind);
        var talk = await _stage.TalkAsync(Northwind.Admin);

        (await talk.HearAsync("Explain the balance")).Text.Should().StartWith("Which invoice do you mean?");
        (await talk.HearAsync("INV-0002")).Text.Should().Contain("The balance due of INV-0002");
        (await talk.HearAsync("Explain the balance of Ada's Bakery")).Text.Should().Contain("several invoices").And.Contain("- INV-0001, Ada's Bakery: unpaid");
    }

    [Fact]
    public async Task What_it_cannot_do_and_what_it_does_not_understand_it_says()
    {
        var invoice = await _stage.SentAsync(Northwind);

        (await _stage.AskAsync(Northwind.Admin, "Send it to the customer", invoice)).Text.Should().StartWith("I cannot send anything").And.Contain("Messages");
        (await _stage.AskAsync(Northwind.Admin, "Record a payment of 100", invoice)).Text.Should().StartWith("I cannot record").And.Contain("Record payment");
        (await _stage.AskAsync(Northwind.Admin, "What is the weather like?", invoice)).Text.Should().StartWith("I did not understand that. I am the built-in assistant").And.Contain("Explain this balance to me.");
        (await _stage.InvoiceAsync(invoice)).BalanceMinor.Should().Be(100_00);
    }

    [Fact]
    public async Task Another_sites_invoice_is_not_found_by_its_number()
    {
        await _stage.SentAsync(_stage.Harbor);

        var heard = await _stage.AskAsync(Northwind.Admin, "Explain the balance of H-0001");

        heard.Text.Should().Contain("There is no invoice H-0001 at this business").And.NotContain("€");
        await _stage.Awaiting(each => each.TalkAsync(Northwind.Admin, _stage.Harbor.SiteId)).Should().ThrowAsync<Web.Access.NotFoundOnSite>();
    }

    [Fact]
    public async Task The_activity_says_who_asked_and_which_tools_ran_and_keeps_no_word_of_it()
    {
        var invoice = await _stage.SentAsync(Northwind);

        await _stage.AskAsync(Northwind.Viewer, "Does this invoice have a portal link? My secret is 4711.", invoice);

        var entry = await _stage.ReadAsync(db => db.Activity.SingleAsync(entry => entry.Kind == ActivityKind.AssistantAsked));
        entry.InvoiceId.Should().Be(invoice);
        ActivitySentence.For(entry).Should().Be("Vera Viewer asked Faster AI, which looked up INV-0001 and its portal link.");
    }

    private Task<int> OpenAsync(Guid invoiceId) => _stage.ReadAsync(async db =>
        await db.ListKeys.Where(key => key.InvoiceId == invoiceId).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastOpened, Cast.Now)));
}

using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Storage;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Messages;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public class MessagesPageTests : EditorContext
{
    private Guid _sent;

    [Fact]
    public void An_empty_queue_says_where_messages_come_from() =>
        Open().WaitForAssertion(() => Found().Markup.Should().Contain("No messages yet").And.Contain("Write message"));

    [Fact]
    public async Task A_reviewer_sees_the_very_text_the_facts_and_may_approve_copy_and_mark_it_as_sent()
    {
        var id = await DraftAsync(MessageTemplate.InvoiceSent);
        var page = Open(id);
        page.WaitForState(() => page.HasButton("Approve"));
        var url = (await Stage.UrlAsync(_sent))!;
        page.Region("The message as the customer gets it").TextContent.Should().Contain("ada@bakery.example").And.Contain("Dear Ada's Bakery,").And.Contain(url).And.NotContain("{{");
        page.Region("Facts").TextContent.Should().Contain("$100.00").And.Contain("The recipient is the customer's own address.").And.Contain("was not previewed yet");
        page.Region("Findings").TextContent.Should().Contain("Nothing was found");
        page.HasButton("Copy message").Should().BeFalse("it is not approved");

        page.Press("Approve");

        page.WaitForState(() => page.HasButton("Copy message"));
        var copy = page.Button("Copy message");
        copy.GetAttribute("data-copy").Should().StartWith("Dear Ada's Bakery,").And.Contain(url);
        copy.GetAttribute("data-copy-html").Should().Contain($"<a href=\"{url}\">{url}</a>");
        page.Link("Open in mail program").GetAttribute("href").Should().StartWith("mailto:ada@bakery.example?subject=Invoice%20INV-0001");

        page.Press("Mark as sent");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Sent by Adam Admin"));
        page.HasButton("Copy message").Should().BeFalse();
    }

    [Fact]
    public async Task A_payment_meanwhile_closes_the_way_out_until_it_is_approved_again()
    {
        var id = await DraftAsync(MessageTemplate.InvoiceSent);
        var page = Open(id);
        page.WaitForState(() => page.HasButton("Approve"));
        page.Press("Approve");
        page.WaitForState(() => page.HasButton("Copy message"));

        await Stage.Balances.RecordPaymentAsync(TestSite.Owner, _sent, 2, Cast.Entry(40_00), FasterMoney.Domain.Invoices.PaymentMethod.Card, isProcessing: false);

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Should().Contain("The balance was USD 100.00 when this was approved and is USD 60.00 now."));
        page.Button("Copy message").HasAttribute("disabled").Should().BeTrue();
        page.Button("Copy message").HasAttribute("data-copy").Should().BeFalse();
        page.Link("Open in mail program").HasAttribute("href").Should().BeFalse();
        page.Press("Approve");
        page.WaitForAssertion(() => page.Button("Copy message").GetAttribute("data-copy").Should().Contain("$60.00"));
    }

    [Fact]
    public async Task What_blocks_is_listed_with_its_fix_and_cannot_be_approved()
    {
        var id = await DraftAsync(MessageTemplate.Blank, Cast.Message("INTERNAL NOTE on the invoice", "elsewhere@garage.example"));
        var page = Open(id);
        page.WaitForState(() => page.HasButton("Approve"));
        page.Button("Approve").HasAttribute("disabled").Should().BeTrue();
        page.Region("Findings").QuerySelectorAll("li").Should().NotBeEmpty().And.OnlyContain(item => item.TextContent.Length > 20);
        page.Region("Facts").TextContent.Should().Contain("elsewhere@garage.example is not the customer's address, which is ada@bakery.example.");
        page.Region("Actions").TextContent.Should().Contain("The content check found something that must not reach the customer.");
    }

    [Fact]
    public async Task Whoever_only_looks_reads_and_has_no_acts()
    {
        var id = await DraftAsync(MessageTemplate.InvoiceSent);
        Go(id);
        var page = ShowTo<MessagesPage>(TestSite.Viewer, SiteRole.Viewer);
        page.WaitForAssertion(() => page.Markup.Should().Contain("Your role reads messages and approves none."));
        page.HasButton("Approve").Should().BeFalse();
        page.HasButton("Discard").Should().BeFalse();
    }

    [Fact]
    public async Task The_queue_tells_what_the_assistant_wrote_and_for_whom()
    {
        await DraftAsync(MessageTemplate.Blank, Cast.Message(), byAssistant: true);
        var page = Open();
        page.WaitForAssertion(() => page.Find("table").TextContent.Should().Contain("Faster AI for Adam Admin").And.Contain("Invoice INV-0001"));
        page.FindAll("nav[aria-label='Filter by state'] a").Select(tab => tab.TextContent.Trim()).Should().Equal("To review1", "Approved0", "Sent0", "Discarded0");
    }

    [Fact]
    public async Task Discarding_asks_first()
    {
        var id = await DraftAsync(MessageTemplate.InvoiceSent);
        var page = Open(id);
        page.WaitForState(() => page.HasButton("Discard"));
        page.Press("Discard");
        Dialogs.WaitForState(() => Dialogs.HasButton("Keep it"));
        (await Stage.ReviewAsync(id)).State.Should().Be(MessageState.ToReview);
        Dialogs.Press("Discard message");
        await EventuallyAsync(() => page.Markup.Should().Contain("Discarded"));
        await EventuallyAsync(() => Stage.ReviewAsync(id).Result.State.Should().Be(MessageState.Discarded));
    }

    private IRenderedComponent<MessagesPage> _opened = null!;

    private IRenderedComponent<MessagesPage> Found() => _opened;

    private IRenderedComponent<MessagesPage> Open(Guid? message = null)
    {
        Go(message);
        return _opened = Show<MessagesPage>();
    }

    private void Go(Guid? message) => Services.GetRequiredService<NavigationManager>().NavigateTo(message is null ? "/messages" : $"/messages?message={message}");

    private async Task<Guid> DraftAsync(MessageTemplate template, MessageContent? content = null, bool byAssistant = false)
    {
        _sent = await Stage.SentAsync(TestSite);
        return await Stage.Messages.DraftAsync(TestSite.Admin, _sent, template, content, byAssistant);
    }
}

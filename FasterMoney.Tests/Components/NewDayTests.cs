using Bunit;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Messages;
using FasterMoney.Web.Admin.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>What is open on a screen turns overdue at midnight at the business, without a click.</summary>
public class NewDayTests : EditorContext
{
    [Fact]
    public async Task An_open_list_of_invoices_turns_overdue_at_midnight()
    {
        var invoice = await SentDueTodayAsync();
        var page = Show<MoneyPage>($"/money?invoice={invoice}");
        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.Should().Contain("Unpaid"));
        page.WaitForAssertion(() => page.Find("aside header").TextContent.Should().Contain("Unpaid"));

        LetMidnightPass();

        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.Should().Contain("Overdue"));
        page.WaitForAssertion(() => page.Find("aside header").TextContent.Should().Contain("Overdue"));
        page.FindAll("nav[aria-label='Filter by state'] a").Select(tab => tab.TextContent.Trim()).Should().Contain("Overdue1");
    }

    [Fact]
    public async Task An_open_list_of_follow_ups_turns_overdue_at_midnight()
    {
        await Stage.FollowUps.CreateAsync(TestSite.Admin, await SentDueTodayAsync(), Cast.FollowUp(TestSite.Admin.UserId) with { DueOn = Cast.Today });
        var page = Show<FollowUpsPage>("/follow-ups");
        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.Should().Contain("Today"));

        LetMidnightPass();

        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.Should().Contain("Overdue"));
        page.FindAll("nav[aria-label='Filter follow-ups'] a").Select(tab => tab.TextContent.Trim()).Should().Contain("Overdue1");
    }

    [Fact]
    public async Task The_invoice_of_an_open_message_turns_overdue_at_midnight()
    {
        var message = await Stage.Messages.DraftAsync(TestSite.Admin, await SentDueTodayAsync(), MessageTemplate.InvoiceSent);
        var page = Show<MessagesPage>($"/messages?message={message}");
        page.WaitForAssertion(() => page.Find("aside header").TextContent.Should().Contain("Unpaid"));

        LetMidnightPass();

        page.WaitForAssertion(() => page.Find("aside header").TextContent.Should().Contain("Overdue"));
    }

    // It is five in the morning in New York.
    private void LetMidnightPass() => Stage.Clock.Advance(TimeSpan.FromHours(19.1));

    private Task<Guid> SentDueTodayAsync() => Stage.SentAsync(TestSite, Cast.Content() with { DueDate = Cast.Today });

    private IRenderedComponent<T> Show<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<T>();
    }
}

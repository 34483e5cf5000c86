using Bunit;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Messages.Sending;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components.Settings;

public sealed class OutboxHealthBarTests : SettingsContext
{
    [Fact]
    public void An_empty_outbox_takes_no_room() => ShowTo<OutboxHealthBar>(TestSite.Viewer, SiteRole.Viewer).Markup.Should().BeEmpty();

    [Fact]
    public async Task What_waits_while_mail_is_off_says_what_to_do()
    {
        await QueueAsync();
        var bar = ShowTo<OutboxHealthBar>(TestSite.Viewer, SiteRole.Viewer);
        bar.Find("section").TextContent.Should().Contain("1 waiting").And.Contain("Mail is turned off: what waits leaves once an owner has turned it on");
        bar.Find("a").GetAttribute("href").Should().Be("/settings/mail");
    }

    [Fact]
    public async Task What_failed_or_is_stuck_leads_to_its_review_with_the_reason_as_text()
    {
        var (failed, stuck) = (await QueueAsync(), await QueueAsync());
        await ChangeAsync(failed, message => message.NoteRefused("It said: 550 <b>No</b>", mayHelp: false, 0, Cast.Now));
        await ChangeAsync(stuck, message => message.NoteUnknown("Nobody knows.", Cast.Now));
        var bar = ShowTo<OutboxHealthBar>(TestSite.Admin, SiteRole.Admin);
        bar.Find(".counts").TextContent.Should().Contain("1 failed").And.Contain("1 stuck").And.NotContain("waiting");
        bar.FindAll("li").Select(line => line.TextContent).Should().Contain(line => line.Contains("550 <b>No</b>")).And.Contain(line => line.Contains("Nobody knows. Ask the customer"));
        bar.FindAll("li a").Select(link => link.GetAttribute("href")).Should().BeEquivalentTo($"/messages?state=approved&message={failed}", $"/messages?state=approved&message={stuck}");
    }

    [Fact]
    public async Task What_is_held_after_a_restore_waits_for_an_owner_who_decides_at_once()
    {
        await QueueAsync();
        await QueueAsync();
        await using (var db = await Stage.OpenDbAsync())
            await AfterRestore.StopAsync(db, Cast.Now, default);
        var seen = ShowTo<OutboxHealthBar>(TestSite.Admin, SiteRole.Admin);
        seen.Find("h2").TextContent.Should().Be("Held after a restore");
        seen.Markup.Should().Contain("2 held").And.Contain("2 messages were about to leave").And.Contain("until an owner releases it");
        seen.FindAll("button").Should().BeEmpty();

        var bar = ShowTo<OutboxHealthBar>(TestSite.Owner, SiteRole.Owner);
        bar.Press("Discard all");
        Dialogs.Press("Keep them held");
        bar.FindAll("li").Should().HaveCount(2);
        bar.Press("Release all");
        Dialogs.WaitForAssertion(() => Dialogs.Markup.Should().Contain("2 messages leave now"));
        Dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Release all").Click();

        bar.WaitForAssertion(() => bar.Find(".counts").TextContent.Should().Contain("2 waiting").And.NotContain("held"));
    }

    private async Task<Guid> QueueAsync()
    {
        var id = await Stage.Messages.DraftAsync(TestSite.Admin, await Stage.SentAsync(TestSite), MessageTemplate.Blank, Cast.Message("To be sent"));
        await Stage.ApproveAsync(TestSite.Owner, id);
        await Stage.QueueAsync(TestSite.Admin, id);
        return id;
    }

    private async Task ChangeAsync(Guid id, Action<OutboxMessage> change)
    {
        await using var db = await Stage.OpenDbAsync();
        var message = await db.Outbox.SingleAsync(message => message.DraftId == id);
        message.Begin(Cast.Now);
        change(message);
        await db.SaveChangesAsync();
    }
}

using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Messages.Sending;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Mail;

/// <summary>What goes into the outbox, what is held back at the last moment, and what people decide.</summary>
public sealed class OutboxTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Many_senders_at_once_send_each_message_once(DatabaseProvider provider)
    {
        await using var set = await OutboxStage.SetAsync(provider: provider);
        foreach (var _ in Enumerable.Range(0, 5))
            await set.QueuedAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => set.DeliverAsync())));
        await set.DeliverAsync();

        set.Server.Received.Select(mail => mail.Header("Message-Id")).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        (await set.Stage.ReadAsync(db => db.Outbox.Select(message => message.State).Distinct().ToListAsync())).Should().Equal(OutboxState.Sent);
        (await set.Stage.ReadAsync(db => db.Messages.Select(message => message.State).Distinct().ToListAsync())).Should().Equal(MessageState.Sent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_in_the_outbox_once_however_often_it_is_clicked(DatabaseProvider provider)
    {
        await using var set = await OutboxStage.SetAsync(provider: provider);
        var id = await set.ApprovedAsync();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await TryAsync(() => set.SendAsync(id)))));
        clicks.Count(refusal => refusal is null).Should().Be(1);
        clicks.Where(refusal => refusal is not null).Should().OnlyContain(refusal => refusal is RuleViolation || refusal is ChangedByOthers);
        (await set.Stage.ReadAsync(db => db.Outbox.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_message_that_was_not_approved_cannot_be_sent_and_nothing_is_sent_while_mail_is_off()
    {
        await using var set = await OutboxStage.SetAsync();
        var draft = await set.Stage.Messages.DraftAsync(set.TestSite.Admin, set.Invoice, MessageTemplate.InvoiceSent);
        (await TryAsync(() => set.SendAsync(draft))).Should().BeOfType<RuleViolation>().Which.Message.Should().Be("This message was not approved yet.");
        var approved = await set.ApprovedAsync();
        await set.Stage.Mail.TurnAsync(set.TestSite.Owner, false);
        (await TryAsync(() => set.SendAsync(approved))).Should().BeOfType<RuleViolation>().Which.Message.Should().StartWith("Mail is not set up, or turned off.");
        (await TryAsync(() => set.Stage.Outbox.SendAsync(set.TestSite.Admin, approved, 1))).Should().BeOfType<ChangedByOthers>("it was another text");
    }

    [Fact]
    public async Task A_payment_after_the_approval_holds_the_message_back()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        await set.Stage.ChangeAsync(set.Invoice, invoice => invoice.Pay(40_00));
        await set.DeliverAsync();

        (await set.RowAsync(id)).Should().BeEquivalentTo(new { State = OutboxState.Failed, LastAnswer = "The balance was USD 100.00 when this was approved and is USD 60.00 now. Read the message and approve it again." });
        set.Server.Connections.Should().Be(1, "only the test of the settings connected");
        (await TryAsync(() => set.Stage.Outbox.RetryAsync(set.TestSite.Admin, id))).Should().BeOfType<RuleViolation>();

        await set.Stage.Outbox.TakeOutAsync(set.TestSite.Admin, id);
        await set.ApproveAsync(id);
        await set.SendAsync(id);
        await set.DeliverAsync();
        set.Server.Received.Single().Raw.Should().Contain("60.00").And.NotContain("100.00");
    }

    [Fact]
    public async Task A_payment_while_the_conversation_begins_still_holds_it_back()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(SmtpStep.Ehlo, _ =>
        {
            set.Stage.ChangeAsync(set.Invoice, invoice => invoice.Pay(40_00)).GetAwaiter().GetResult();
            return null;
        });
        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(OutboxState.Failed);
        set.Server.Commands.Should().NotContain(line => line.StartsWith("MAIL"));
        set.Server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_dead_link_holds_the_message_back()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        await set.Stage.Links.TurnOffAsync(set.TestSite.Admin, set.Invoice);
        await set.DeliverAsync();
        (await set.RowAsync(id)).Should().BeEquivalentTo(new { State = OutboxState.Failed, LastAnswer = "The message holds the portal link, which cannot be used now. The link was turned off." });

        await set.Stage.Links.TurnOnAsync(set.TestSite.Admin, set.Invoice);
        await set.Stage.Outbox.RetryAsync(set.TestSite.Admin, id);
        await set.DeliverAsync();
        set.Server.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Of_a_message_whose_fate_is_unknown_a_person_says_that_it_arrived()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await UnknownAsync(set);
        await set.Stage.Outbox.NoteArrivedAsync(set.TestSite.Admin, id);
        (await set.StatesAsync(id)).Should().Be((OutboxState.Sent, MessageState.Sent));
    }

    [Fact]
    public async Task Of_a_message_whose_fate_is_unknown_a_person_has_it_sent_again_or_discards_it()
    {
        await using var set = await OutboxStage.SetAsync();
        var (again, gone) = (await UnknownAsync(set), await UnknownAsync(set));
        await set.Stage.Outbox.SendAgainAsync(set.TestSite.Admin, again);
        await set.Stage.Outbox.DiscardAsync(set.TestSite.Admin, gone);
        set.Server.Mend();
        await set.DeliverAsync();
        (await set.StatesAsync(again)).Should().Be((OutboxState.Sent, MessageState.Sent));
        (await set.DraftAsync(gone)).State.Should().Be(MessageState.Discarded);
        (await set.Stage.ReadAsync(db => db.Outbox.CountAsync(message => message.DraftId == gone))).Should().Be(0);
    }

    [Fact]
    public async Task A_message_that_waits_can_be_taken_out_and_does_not_leave()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        await set.Stage.Outbox.TakeOutAsync(set.TestSite.Admin, id);
        await set.DeliverAsync();
        set.Server.Received.Should().BeEmpty();
        (await set.DraftAsync(id)).State.Should().Be(MessageState.Approved);
        await set.SendAsync(id);
    }

    [Fact]
    public async Task A_message_that_is_edited_discarded_or_noted_as_sent_while_it_waits_does_not_leave()
    {
        await using var set = await OutboxStage.SetAsync();
        var (edited, discarded, byHand) = (await set.QueuedAsync(), await set.QueuedAsync(), await set.QueuedAsync());
        await set.Stage.Messages.EditAsync(set.TestSite.Admin, edited, (await set.DraftAsync(edited)).Version, MessageTemplate.Blank, Cast.Message("Another text"));
        await set.Stage.Messages.DiscardAsync(set.TestSite.Admin, discarded, (await set.DraftAsync(discarded)).Version);
        await set.Stage.Messages.NoteSentAsync(set.TestSite.Admin, byHand, (await set.DraftAsync(byHand)).Version);

        await set.DeliverAsync();

        set.Server.Received.Should().BeEmpty();
        (await set.Stage.ReadAsync(db => db.Outbox.CountAsync())).Should().Be(0);
        (await set.DraftAsync(edited)).State.Should().Be(MessageState.ToReview);
    }

    [Fact]
    public async Task A_message_whose_fate_is_unknown_is_neither_edited_nor_discarded_as_if_it_had_not_left()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await UnknownAsync(set);
        var version = (await set.DraftAsync(id)).Version;
        (await TryAsync(() => set.Stage.Messages.EditAsync(set.TestSite.Admin, id, version, MessageTemplate.Blank, Cast.Message("Another text")))).Should().BeOfType<RuleViolation>();
        (await TryAsync(() => set.Stage.Messages.DiscardAsync(set.TestSite.Admin, id, version))).Should().BeOfType<RuleViolation>();
        (await set.StatesAsync(id)).Should().Be((OutboxState.Unknown, MessageState.Approved));
    }

    [Theory]
    [InlineData(false, OutboxState.Sent)]
    [InlineData(true, OutboxState.Unknown)]
    public async Task A_sender_that_died_is_found_when_the_next_one_starts(bool dataBegun, OutboxState expected)
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        var outbox = set.Stage.Services.GetRequiredService<Outbox>();
        var attempt = (await outbox.BeginAsync((await set.RowAsync(id)).Id))!;
        if (dataBegun)
            (await outbox.ReleaseAsync(attempt)).Should().NotBeNull();

        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(OutboxState.Sending, "its sender may be alive");
        set.Stage.Clock.Advance(RetryPlan.StuckAfter);
        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(expected);

        // The one that was believed dead wakes up: it has lost the message.
        (await outbox.ReleaseAsync(attempt)).Should().BeNull();
        await outbox.NoteSentAsync(attempt, "250 OK");
        await outbox.NoteFailureAsync(attempt, new MailFailure(MailFailureKind.Temporary, "Late"));
        (await set.RowAsync(id)).State.Should().Be(expected);
    }

    [Fact]
    public async Task No_address_of_a_page_and_no_password_is_stored_with_what_is_sent()
    {
        await using var set = await OutboxStage.SetAsync(new SmtpScript { User = "northwind" });
        await set.DeliveredAsync();
        var token = (await set.UrlAsync()).Split('/')[^1];
        set.Server.Received.Single().Raw.Replace("=\r\n", "").Should().Contain(token);
        var rows = await set.Stage.ReadAsync(async db => (await db.Outbox.ToListAsync()).Select(row => $"{row.Subject}|{row.Body}|{row.LastAnswer}|{string.Join(',', row.Recipients)}")
            .Concat((await db.Activity.ToListAsync()).Select(entry => entry.Detail)).Concat((await db.Messages.ToListAsync()).Select(draft => draft.Body + draft.Subject)).ToList());
        rows.Should().NotContain(row => row.Contains(token) || row.Contains(set.Server.Script.Password));
    }

    [Fact]
    public async Task The_health_counts_what_waits_failed_and_is_stuck()
    {
        await using var set = await OutboxStage.SetAsync();
        var health = new OutboxHealths(set.Stage.Services.GetRequiredService<SiteAccess>());
        (await health.ReadAsync(set.TestSite.Viewer)).Should().BeEquivalentTo(new { IsQuiet = true, MailIsOn = true });

        var stuck = await UnknownAsync(set);
        set.Server.Mend();
        set.Server.At(SmtpStep.MailFrom, SmtpFault.Say("550 No"));
        var failed = await set.QueuedAsync();
        await set.DeliverAsync();
        set.Stage.Clock.Advance(TimeSpan.FromHours(1));
        await set.QueuedAsync();
        set.Stage.Clock.Advance(TimeSpan.FromHours(1));
        await set.QueuedAsync();

        var now = await health.ReadAsync(set.TestSite.Viewer);
        (now.Waiting, now.Failed, now.Unknown, now.OldestWaiting).Should().Be((2, 1, 1, Cast.Now.AddHours(1)));
        now.Troubled.Select(message => message.MessageId).Should().BeEquivalentTo([stuck, failed]);
        (await health.ReadAsync(set.Stage.Harbor.Owner)).IsQuiet.Should().BeTrue();
    }

    [Fact]
    public async Task The_mailman_sends_at_once_when_the_bell_rings()
    {
        await using var set = await OutboxStage.SetAsync();
        var outboxWorker = ActivatorUtilities.CreateInstance<OutboxWorker>(set.Stage.Services);
        await outboxWorker.StartAsync(default);
        await set.QueuedAsync();
        await set.Server.ReachedAsync(SmtpStep.AfterDot);
        await outboxWorker.StopAsync(default);
        set.Server.Received.Should().ContainSingle();
    }

    private static async Task<Guid> UnknownAsync(OutboxStage set)
    {
        var id = await set.QueuedAsync();
        set.Server.At(SmtpStep.AfterDot, SmtpFault.Drop);
        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(OutboxState.Unknown);
        return id;
    }

    private static async Task<Exception?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }
    }
}

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

/// <summary>What goes into the outbox, and what is held back at the last moment.</summary>
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
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await OutboxStage.TryAsync(() => set.SendAsync(id)))));
        clicks.Count(refusal => refusal is null).Should().Be(1);
        clicks.Where(refusal => refusal is not null).Should().OnlyContain(refusal => refusal is RuleViolation || refusal is ChangedByOthers);
        (await set.Stage.ReadAsync(db => db.Outbox.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_message_that_was_not_approved_cannot_be_sent_and_nothing_is_sent_while_mail_is_off()
    {
        await using var set = await OutboxStage.SetAsync();
        var draft = await set.Stage.Messages.DraftAsync(set.TestSite.Admin, set.Invoice, MessageTemplate.InvoiceSent);
        (await OutboxStage.TryAsync(() => set.SendAsync(draft))).Should().BeOfType<RuleViolation>().Which.Message.Should().Be("This message was not approved yet.");
        var approved = await set.ApprovedAsync();
        await set.Stage.Mail.TurnAsync(set.TestSite.Owner, false);
        (await OutboxStage.TryAsync(() => set.SendAsync(approved))).Should().BeOfType<RuleViolation>().Which.Message.Should().StartWith("Mail is not set up, or turned off.");
        (await OutboxStage.TryAsync(() => set.Stage.Outbox.SendAsync(set.TestSite.Admin, approved, 1))).Should().BeOfType<ChangedByOthers>("it was another text");
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
        (await OutboxStage.TryAsync(() => set.Stage.Outbox.RetryAsync(set.TestSite.Admin, id))).Should().BeOfType<RuleViolation>();

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

        var stuck = await set.UnknownAsync();
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
    public async Task The_worker_sends_at_once_when_it_is_woken()
    {
        await using var set = await OutboxStage.SetAsync();
        var outboxWorker = ActivatorUtilities.CreateInstance<OutboxWorker>(set.Stage.Services);
        await outboxWorker.StartAsync(default);
        await set.QueuedAsync();
        await set.Server.ReachedAsync(SmtpStep.AfterDot);
        await outboxWorker.StopAsync(default);
        set.Server.Received.Should().ContainSingle();
    }
}

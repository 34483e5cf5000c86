using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Mail;

/// <summary>What is known after each way in which a conversation can end, over a real socket.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task The_server_gets_the_approved_text_with_the_link_and_the_message_is_sent()
    {
        await using var set = await OutboxStage.SetAsync();

        var mail = await set.DeliveredAsync(Cast.Message(null, "ada@bakery.example", "office@bakery.example"));

        (mail.From, mail.Header("Subject")).Should().Be(("bills@northwind.example", "Invoice INV-0001"));
        mail.To.Should().Equal("ada@bakery.example", "office@bakery.example");
        var id = (await set.Stage.ReadAsync(db => db.Messages.SingleAsync())).Id;
        (await set.StatesAsync(id)).Should().Be((OutboxState.Sent, MessageState.Sent));
        (await set.Stage.ReadAsync(db => db.Activity.Where(entry => entry.InvoiceId == set.Invoice).OrderBy(entry => entry.Id).ToListAsync()))
            .Select(ActivitySentence.For).TakeLast(2).Should().Equal(
                "Adam Admin asked for the message to be sent.",
                "Adam Admin sent the message to the customer by e-mail to ada@bakery.example, office@bakery.example.");
        (await set.Stage.LinkAsync(set.Invoice)).GuaranteedThrough.Should().Be(Cast.Today.AddDays(10), "a link that was sent is not dead tomorrow");
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.Ehlo)]
    [InlineData(SmtpStep.StartTls)]
    [InlineData(SmtpStep.Handshake)]
    [InlineData(SmtpStep.Auth)]
    [InlineData(SmtpStep.MailFrom)]
    [InlineData(SmtpStep.Recipient)]
    public async Task A_connection_that_drops_before_DATA_is_tried_again_and_arrives_once(SmtpStep step)
    {
        await using var set = await OutboxStage.SetAsync(new SmtpScript { User = "northwind" }, content: Cast.Mail(security: MailSecurity.StartTls));
        var id = await set.QueuedAsync();
        set.Server.At(step, SmtpFault.Drop);

        await set.DeliverAsync();
        var row = await set.RowAsync(id);
        (row.State, row.Attempts, row.DataBegun, row.ClaimedAt).Should().Be((OutboxState.Approved, 1, false, null));
        row.NextAttemptAt.Should().BeCloseTo(Cast.Now.AddMinutes(2), TimeSpan.FromSeconds(25));

        set.Server.Mend();
        await set.DeliverAsync();
        set.Server.Received.Should().BeEmpty("it is not its turn yet");
        set.Stage.Clock.Advance(TimeSpan.FromMinutes(3));
        await set.DeliverAsync();
        await set.DeliverAsync();
        set.Server.Received.Should().ContainSingle();
        (await set.StatesAsync(id)).Should().Be((OutboxState.Sent, MessageState.Sent));
    }

    [Theory]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.InBody)]
    [InlineData(SmtpStep.AfterDot)]
    public async Task A_connection_that_drops_after_DATA_is_never_tried_again_by_itself(SmtpStep step)
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(step, SmtpFault.Drop);

        await set.DeliverAsync();
        set.Server.Mend();
        set.Stage.Clock.Advance(TimeSpan.FromDays(2));
        await set.DeliverAsync();

        (await set.StatesAsync(id)).Should().Be((OutboxState.Unknown, MessageState.Approved));
        (await set.RowAsync(id)).LastAnswer.Should().Be("The message was on its way to localhost when the connection was lost, so nobody here knows whether it arrived.");
        set.Server.Received.Should().HaveCountLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_connection_that_drops_after_the_answer_changes_nothing()
    {
        await using var set = await OutboxStage.SetAsync();
        set.Server.At(SmtpStep.AfterAnswer, SmtpFault.Drop);
        await set.DeliveredAsync();
    }

    [Theory]
    [InlineData(SmtpStep.MailFrom)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.AfterDot)]
    public async Task Not_now_is_tried_again_and_no_is_final(SmtpStep step)
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(step, SmtpFault.Say("451 4.3.0 Try later"));
        await set.DeliverAsync();
        var row = await set.RowAsync(id);
        (row.State, row.Attempts).Should().Be((OutboxState.Approved, 1));
        row.LastAnswer.Should().EndWith("It said: 451 4.3.0 Try later");

        set.Server.At(step, SmtpFault.Say("550 5.7.1 Never"));
        set.Stage.Clock.Advance(TimeSpan.FromMinutes(3));
        await set.DeliverAsync();
        row = await set.RowAsync(id);
        (row.State, row.Attempts).Should().Be((OutboxState.Failed, 2));
        row.LastAnswer.Should().EndWith("It said: 550 5.7.1 Never");
        set.Server.Received.Should().BeEmpty();
        (await set.DraftAsync(id)).State.Should().Be(MessageState.Approved);
    }

    [Theory]
    [InlineData(SmtpStep.AfterDot, "252 Maybe")]
    [InlineData(SmtpStep.AfterDot, "nonsense")]
    [InlineData(SmtpStep.Data, "250 What data?")]
    public async Task An_answer_after_DATA_that_is_neither_yes_nor_no_leaves_its_fate_unknown(SmtpStep step, string answer)
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(step, SmtpFault.Say(answer));
        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(OutboxState.Unknown);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, OutboxState.Approved)]
    [InlineData(SmtpStep.Recipient, OutboxState.Approved)]
    [InlineData(SmtpStep.AfterDot, OutboxState.Unknown)]
    public async Task Silence_ends_after_half_a_minute(SmtpStep step, OutboxState expected)
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(step, SmtpFault.Silence);
        var delivery = set.DeliverAsync();
        await set.Server.ReachedAsync(step);
        set.Stage.Clock.Advance(TimeSpan.FromSeconds(31));
        await delivery;
        (await set.RowAsync(id)).State.Should().Be(expected);
    }

    [Fact]
    public async Task When_one_recipient_is_refused_nobody_gets_it_and_the_recipient_is_named()
    {
        foreach (var extensions in new[] { new[] { "PIPELINING" }, ["8BITMIME"] })
        {
            await using var set = await OutboxStage.SetAsync(new SmtpScript { Extensions = extensions });
            var id = await set.QueuedAsync(Cast.Message(null, "ada@bakery.example", "gone@bakery.example"));
            set.Server.At(SmtpStep.Recipient, line => line.Contains("gone@") ? SmtpFault.Say("550 5.1.1 No such user") : null);
            await set.DeliverAsync();
            var row = await set.RowAsync(id);
            row.State.Should().Be(OutboxState.Failed);
            row.LastAnswer.Should().Be("localhost refused the recipient gone@bakery.example, so nobody got the message. It said: 550 5.1.1 No such user");
            set.Server.Received.Should().BeEmpty();
            set.Server.Commands.Should().Contain("RSET").And.NotContain("DATA");
        }
    }

    [Fact]
    public async Task After_eight_tries_over_hours_it_has_failed()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(SmtpStep.Greeting, SmtpFault.Say("421 4.3.2 Busy"));
        for (var tries = 1; tries <= RetryPlan.MostAttempts; tries++)
        {
            await set.DeliverAsync();
            var row = await set.RowAsync(id);
            (row.Attempts, row.State).Should().Be((tries, tries < RetryPlan.MostAttempts ? OutboxState.Approved : OutboxState.Failed));
            set.Stage.Clock.Advance(row.NextAttemptAt - set.Stage.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1));
        }

        set.Stage.Clock.GetUtcNow().UtcDateTime.Should().BeAfter(Cast.Now.AddHours(3)).And.BeBefore(Cast.Now.AddHours(6));
    }

    [Fact]
    public async Task An_untrusted_server_gets_nothing()
    {
        await using var set = await OutboxStage.SetAsync(content: Cast.Mail(security: MailSecurity.StartTls));
        var id = await set.QueuedAsync();
        await set.Stage.ReadAsync(db => db.MailSettings.ExecuteUpdateAsync(mail => mail.SetProperty(mail => mail.Host, "127.0.0.1")));
        await set.DeliverAsync();
        (await set.RowAsync(id)).LastAnswer.Should().Be("The certificate of 127.0.0.1 was refused: it is not for 127.0.0.1 but for localhost. Nothing was sent.");
        set.Server.Commands.Should().NotContain(line => line.StartsWith("MAIL"));
    }

    [Fact]
    public async Task A_stop_before_the_text_puts_it_back_and_a_stop_after_waits_for_the_answer()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        using (var stop = new CancellationTokenSource())
        {
            set.Server.At(SmtpStep.Greeting, SmtpFault.Silence);
            var delivery = set.DeliverAsync(stop.Token);
            await set.Server.ReachedAsync(SmtpStep.Greeting);
            await stop.CancelAsync();
            await delivery;
            var row = await set.RowAsync(id);
            (row.State, row.Attempts).Should().Be((OutboxState.Approved, 0));
        }

        using (var stop = new CancellationTokenSource())
        {
            set.Server.Mend();
            set.Server.At(SmtpStep.AfterDot, _ =>
            {
                stop.Cancel();
                return null;
            });
            await set.DeliverAsync(stop.Token);
            (await set.StatesAsync(id)).Should().Be((OutboxState.Sent, MessageState.Sent));
        }
    }

    [Fact]
    public async Task A_site_whose_mail_was_turned_off_keeps_its_messages_waiting()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        await set.Stage.Mail.TurnAsync(set.TestSite.Owner, false);
        await set.DeliverAsync();
        (await set.RowAsync(id)).State.Should().Be(OutboxState.Approved);
        await set.Stage.Mail.TurnAsync(set.TestSite.Owner, true);
        await set.DeliverAsync();
        set.Server.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task The_password_is_in_no_log_line()
    {
        var logs = new CapturedLogs();
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        server.At(SmtpStep.Auth, SmtpFault.Say("535 5.7.8 No"));
        await using var stage = await Stage.OnAsync(doubles: services => services.AddLogging(logging => logging.AddProvider(logs)));
        var version = await stage.Mail.EditAsync(stage.Northwind.Owner, 0, Cast.Mail(server.Port, user: "northwind"), server.Script.Password);
        (await stage.Mail.TestAsync(stage.Northwind.Owner, version)).IsGood.Should().BeFalse();
        server.Commands.Should().Contain(line => line.StartsWith("AUTH"));
        logs.Lines.Should().NotContain(line => line.Everything.Contains(server.Script.Password));
    }
}

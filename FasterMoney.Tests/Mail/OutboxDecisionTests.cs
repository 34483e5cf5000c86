using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Mail;

/// <summary>What people decide about messages in the outbox, and what they cannot.</summary>
public sealed class OutboxDecisionTests
{
    [Fact]
    public async Task Of_a_message_whose_fate_is_unknown_a_person_says_that_it_arrived()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.UnknownAsync();
        await set.Stage.Outbox.NoteArrivedAsync(set.TestSite.Admin, id);
        (await set.StatesAsync(id)).Should().Be((OutboxState.Sent, MessageState.Sent));
    }

    [Fact]
    public async Task Of_a_message_whose_fate_is_unknown_a_person_has_it_sent_again_or_discards_it()
    {
        await using var set = await OutboxStage.SetAsync();
        var (again, gone) = (await set.UnknownAsync(), await set.UnknownAsync());
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
        var id = await set.UnknownAsync();
        var version = (await set.DraftAsync(id)).Version;
        (await OutboxStage.TryAsync(() => set.Stage.Messages.EditAsync(set.TestSite.Admin, id, version, MessageTemplate.Blank, Cast.Message("Another text")))).Should().BeOfType<RuleViolation>();
        (await OutboxStage.TryAsync(() => set.Stage.Messages.DiscardAsync(set.TestSite.Admin, id, version))).Should().BeOfType<RuleViolation>();
        (await set.StatesAsync(id)).Should().Be((OutboxState.Unknown, MessageState.Approved));
    }
}

using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>Messages that were read and approved.</summary>
public static class Approvals
{
    /// <summary>Approves a message as it would leave now.</summary>
    public static async Task ApproveAsync(this Stage stage, Caller caller, Guid messageId)
    {
        var draft = await stage.MessageAsync(messageId);
        await stage.Messages.ApproveAsync(caller, messageId, draft.Version, draft.Resolve(await stage.FactsAsync(caller, draft)).Digest);
    }

    /// <summary>Puts an approved message into the outbox, whether mail is set up or not.</summary>
    public static async Task QueueAsync(this Stage stage, Caller caller, Guid messageId)
    {
        var draft = await stage.MessageAsync(messageId);
        var approved = draft.Release(await stage.FactsAsync(caller, draft));
        await using var db = await stage.OpenDbAsync();
        db.Add(new OutboxMessage(approved, Cast.Adam, Cast.Now));
        await db.SaveChangesAsync();
    }

    public static Task<MessageDraft> MessageAsync(this Stage stage, Guid id) => stage.ReadAsync(db => db.Messages.SingleAsync(message => message.Id == id));

    private static async Task<MessageFacts> FactsAsync(this Stage stage, Caller caller, MessageDraft draft)
    {
        await using var session = await stage.Services.GetRequiredService<SiteAccess>().ReadAsync(caller, default);
        return await stage.Services.GetRequiredService<CurrentMessageFacts>().OfAsync(session, await session.InvoiceAsync(draft.InvoiceId, default), draft.Language, default);
    }
}

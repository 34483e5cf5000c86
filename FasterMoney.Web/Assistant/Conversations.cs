using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>Starts conversations. They are kept nowhere: one lives as long as the page that holds it.</summary>
public sealed class Conversations(SiteAccess access, ToolBox tools, AnsweringModel model, AssistantLimits limits, AssistantCommands commands, TimeProvider time, ILogger<Conversation> logger)
{
    public AnsweringModel Model => model;

    /// <summary>A conversation about an invoice, or about the business.</summary>
    /// <exception cref="NotFoundOnSite">The invoice is not on the caller's site.</exception>
    public async Task<Conversation> StartAsync(Caller caller, Guid? invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        string? name = null;
        if (invoiceId is { } id)
        {
            var number = await session.Db.Invoices.Where(invoice => invoice.SiteId == session.Site.Id && invoice.Id == id)
                .Select(invoice => new { invoice.Number }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundOnSite("invoice");
            name = number.Number ?? "a draft without a number";
        }

        var instructions = Instructions.For(OutgoingText.Clean(session.Site.Name, 100), OutgoingText.Clean(session.Actor.Name, 100), session.Site.Today(session.Now), name);
        return new Conversation(
            model.Client, new ChatMessage(ChatRole.System, instructions), tools.For(invoiceId, caller), limits, time, logger,
            run => commands.NoteAskedAsync(caller, invoiceId, run));
    }
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;

namespace FasterMoney.Web.Commands;

/// <summary>Notes in the activity that somebody asked the assistant. What was asked and answered is kept nowhere.</summary>
public sealed class AssistantCommands(SiteAccess access)
{
    private const int LongestDetail = 500;

    /// <param name="caller">Who asked.</param>
    /// <param name="invoiceId">The invoice that it was about, if it was about one.</param>
    /// <param name="ran">What tools did, in sentences without a full stop.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task NoteAskedAsync(Caller caller, Guid? invoiceId, IReadOnlyList<string> ran, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var customerId = invoiceId is { } id ? (await session.InvoiceAsync(id, cancellationToken)).CustomerId : (Guid?)null;
        var detail = string.Join(", ", ran.Distinct().Select(sentence => char.ToLowerInvariant(sentence[0]) + sentence[1..]));
        session.Db.Add(new ActivityEntry(session.Site.Id, ActivityKind.AssistantAsked, session.Actor, session.Now, detail.Length > LongestDetail ? detail[..LongestDetail] : detail)
        {
            InvoiceId = invoiceId,
            CustomerId = customerId,
        });
        await session.SaveAsync(cancellationToken);
    }
}

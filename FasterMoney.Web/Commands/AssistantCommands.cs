using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Commands;

/// <summary>Notes in the activity that somebody asked the assistant. What was asked and answered is kept nowhere.</summary>
public sealed class AssistantCommands(SiteDoor door)
{
    private const int LongestDetail = 500;

    /// <param name="caller">Who asked.</param>
    /// <param name="invoiceId">The invoice that it was about, if it was about one.</param>
    /// <param name="ran">What tools did, in sentences without a full stop.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task NoteAskedAsync(Caller caller, Guid? invoiceId, IReadOnlyList<string> ran, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var customerId = invoiceId is { } id ? (await work.InvoiceAsync(id, cancellationToken)).CustomerId : (Guid?)null;
        var detail = string.Join(", ", ran.Distinct().Select(sentence => char.ToLowerInvariant(sentence[0]) + sentence[1..]));
        work.Db.Add(new ActivityEntry(work.Site.Id, ActivityKind.AssistantAsked, work.Actor, work.Now, detail.Length > LongestDetail ? detail[..LongestDetail] : detail)
        {
            InvoiceId = invoiceId,
            CustomerId = customerId,
        });
        await work.SaveAsync(cancellationToken);
    }
}

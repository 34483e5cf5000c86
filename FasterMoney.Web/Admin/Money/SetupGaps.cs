using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Something that is still to be set up.</summary>
/// <param name="Sentence">What is missing.</param>
/// <param name="Address">Where an owner adds it.</param>
public sealed record SetupGap(string Sentence, string Address);

/// <summary>Reads what a new business has still to set up beyond its first steps.</summary>
public sealed class SetupGaps(SiteAccess access)
{
    public async Task<IReadOnlyList<SetupGap>> FindAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var site = session.Site;
        // The address is one of the first steps, which stand above.
        var gaps = MissingOnInvoices.Of(site).Where(missing => missing.Field != nameof(SiteContent.Address))
            .Select(missing => new SetupGap(missing.Sentence, MissingOnInvoices.AddressOf(missing.Field))).ToList();
        if (!await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == site.Id && mail.On, cancellationToken))
            gaps.Add(new("Sending by e-mail is not set up. Messages can be copied without it.", "/settings/mail"));

        return gaps;
    }
}

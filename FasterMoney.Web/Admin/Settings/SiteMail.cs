using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>The mail settings as one person sees them. The password is not among them.</summary>
public sealed record MailDetails(MailContent Content, bool HasPassword, bool On, DateTime? TestedAt, string? TestedBy, long Version, SiteRole Role)
{
    public bool MayChange => Role == SiteRole.Owner;

    public bool IsConfigured => Version > 0;
}

public sealed class SiteMail(SiteAccess access)
{
    public async Task<MailDetails> ReadAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var mail = await session.Db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == session.Site.Id, cancellationToken);
        return mail is null
            ? new MailDetails(MailContent.Empty with { FromAddress = session.Site.ContactEmail, FromName = session.Site.Name }, false, false, null, null, 0, session.Role)
            : new MailDetails(mail.ToContent(), mail.HasPassword, mail.On, mail.TestedAt, mail.TestedBy, mail.Version, session.Role);
    }
}

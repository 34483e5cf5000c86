using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>The business's settings as one person sees them.</summary>
public sealed record SiteDetails(Site Site, SiteRole Role)
{
    public bool MayChange => Role == SiteRole.Owner;
}

/// <summary>The logo, ready for an image's address.</summary>
public sealed record LogoPicture(string Address, int Width, int Height);

public sealed class SiteSettings(SiteAccess access)
{
    public async Task<SiteDetails> ReadAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return new SiteDetails(session.Site, session.Role);
    }

    public async Task<LogoPicture?> ReadLogoAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var logo = await session.Db.Logos.SingleOrDefaultAsync(logo => logo.SiteId == session.Site.Id, cancellationToken);
        return logo is null ? null : new LogoPicture("data:image/png;base64," + Convert.ToBase64String(logo.Png), logo.Width, logo.Height);
    }
}

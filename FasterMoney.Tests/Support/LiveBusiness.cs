using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>
/// The cast's business in the running application, today. Its people work in the browser, or by commands as colleagues whose browser
/// a journey does not show.
/// </summary>
public sealed class LiveBusiness(IServiceProvider application, Uri address) : Stage(application)
{
    private TestSite _site = null!;

    public Uri Address => address;

    /// <summary>The customer of every invoice here.</summary>
    public Guid Ada => _site.Ada;

    public static async Task<LiveBusiness> OpenAsync(IServiceProvider application, Uri address, Site site)
    {
        var business = new LiveBusiness(application, address);
        business._site = await business.MoveInAsync(site);
        return business;
    }

    /// <summary>The same business at another instance of the application.</summary>
    public LiveBusiness At(IServiceProvider other) => new(other, address) { _site = _site };

    public static InvoiceContent Content()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return Cast.Content() with { IssueDate = today, DueDate = today.AddDays(30) };
    }

    public async Task<string> EmailOfAsync(SiteRole role)
    {
        var id = Person(role).UserId;
        return (await ReadAsync(db => db.Users.SingleAsync(person => person.Id == id))).Email!;
    }

    public Caller Person(SiteRole role) => role switch
    {
        SiteRole.Owner => _site.Owner,
        SiteRole.Admin => _site.Admin,
        _ => _site.Viewer,
    };

    /// <summary>Mail over a server on this machine, tested and turned on by the owner.</summary>
    public async Task TurnMailOnAsync(SmtpServer server)
    {
        var version = await Mail.EditAsync(_site.Owner, 0, Cast.Mail(server.Port), null);
        (await Mail.TestAsync(_site.Owner, version)).IsGood.Should().BeTrue();
        await Mail.TurnAsync(_site.Owner, true);
    }

    public Task<Guid> DraftAsync(InvoiceContent? content = null) => DraftAsync(_site, content ?? Content());

    public Task<Guid> SentAsync(InvoiceContent? content = null) => SentAsync(_site, content ?? Content());

    /// <summary>The customer's address, as people copy it.</summary>
    public new async Task<string> UrlAsync(Guid invoiceId) => (await base.UrlAsync(invoiceId))!;

    /// <summary>The path of an invitation that the owner made.</summary>
    public async Task<string> InviteAsync() =>
        (await Services.GetRequiredService<PeopleCommands>().InviteAsync(_site.Owner, SiteRole.Admin, "")).Path;

    /// <summary>The day at the site.</summary>
    public async Task<DateOnly> TodayAsync() => (await ReadAsync(db => db.Sites.SingleAsync(site => site.Id == _site.SiteId))).Today(DateTime.UtcNow);

    /// <summary>How many follow-ups the site has, whatever their state.</summary>
    public Task<int> FollowUpsAsync() => ReadAsync(db => db.FollowUps.CountAsync(followUp => followUp.SiteId == _site.SiteId));

    /// <summary>How often the pages of an invoice were opened by one kind of visitor, once that is at least <paramref name="least"/>.</summary>
    public async Task<long> OpeningsAsync(Guid invoiceId, PortalOpeningKind kind, long least)
    {
        var count = 0L;
        await Eventually.TrueAsync(async () => (count = await ReadAsync(db => db.PortalOpenings
            .Where(opening => opening.InvoiceId == invoiceId && opening.Kind == kind).SumAsync(opening => opening.Count))) >= least);
        return count;
    }
}

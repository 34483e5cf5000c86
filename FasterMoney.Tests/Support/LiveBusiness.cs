using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>
/// A business in the running application. Its people work in the browser, or by commands as colleagues whose browser a journey
/// does not show.
/// </summary>
public sealed class LiveBusiness(FasterMoneyApp app, Uri address, int number, Guid siteId, Guid ada)
{
    private readonly Dictionary<SiteRole, Caller> _people = [];

    public Uri Address => address;

    /// <summary>The customer of every invoice here.</summary>
    public Guid Ada => ada;

    public InvoiceCommands Invoices => app.Services.GetRequiredService<InvoiceCommands>();

    public PortalLinkCommands Links => app.Services.GetRequiredService<PortalLinkCommands>();

    public MessageCommands Messages => app.Services.GetRequiredService<MessageCommands>();

    public BalanceCommands Balances => app.Services.GetRequiredService<BalanceCommands>();

    public FollowUpCommands FollowUps => app.Services.GetRequiredService<FollowUpCommands>();

    public SiteCommands Sites => app.Services.GetRequiredService<SiteCommands>();

    public MailCommands Mail => app.Services.GetRequiredService<MailCommands>();

    public static InvoiceContent Content()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return Cast.Content() with { IssueDate = today, DueDate = today.AddDays(30) };
    }

    public static string NameOf(SiteRole role) => role switch
    {
        SiteRole.Owner => "Olivia",
        SiteRole.Admin => "Adam",
        _ => "Vera",
    };

    public string EmailOf(SiteRole role) => $"{NameOf(role)}@northwind-{number}.example";

    public async Task<Caller> PersonAsync(SiteRole role)
    {
        if (!_people.TryGetValue(role, out var caller))
            _people[role] = caller = new Caller(await app.AddPersonAsync(EmailOf(role), siteId, role), siteId);
        return caller;
    }

    /// <summary>Mail over a server on this machine, tested and turned on by the owner.</summary>
    public async Task TurnMailOnAsync(SmtpServer server)
    {
        var owner = await PersonAsync(SiteRole.Owner);
        var version = await Mail.EditAsync(owner, 0, Cast.Mail(server.Port), null);
        (await Mail.TestAsync(owner, version)).IsGood.Should().BeTrue();
        await Mail.TurnAsync(owner, true);
    }

    public async Task<Guid> DraftAsync(InvoiceContent? content = null) =>
        await Invoices.CreateDraftAsync(await PersonAsync(SiteRole.Admin), ada, content ?? Content());

    public async Task<Guid> SentAsync(InvoiceContent? content = null)
    {
        var id = await DraftAsync(content);
        await Invoices.SendAsync(await PersonAsync(SiteRole.Admin), id, 1, SentHow.Email);
        return id;
    }

    /// <summary>The path of an invitation that the owner made.</summary>
    public async Task<string> InviteAsync() =>
        (await app.Services.GetRequiredService<PeopleCommands>().InviteAsync(await PersonAsync(SiteRole.Owner), SiteRole.Admin, "")).Path;

    /// <summary>The customer's address, as people copy it.</summary>
    public async Task<string> UrlAsync(Guid invoiceId)
    {
        await using var db = await app.OpenDbAsync();
        var link = await db.PortalLinks.SingleAsync(link => link.InvoiceId == invoiceId && link.ReplacedAt == null);
        var site = await db.Sites.SingleAsync(site => site.Id == siteId);
        return app.Services.GetRequiredService<PortalTokens>().UrlOf(site.Portal!, link)!;
    }

    /// <summary>The day at the site.</summary>
    public async Task<DateOnly> TodayAsync()
    {
        await using var db = await app.OpenDbAsync();
        return (await db.Sites.SingleAsync(site => site.Id == siteId)).Today(DateTime.UtcNow);
    }

    /// <summary>How many follow-ups the site has, whatever their state.</summary>
    public async Task<int> FollowUpsAsync()
    {
        await using var db = await app.OpenDbAsync();
        return await db.FollowUps.CountAsync(followUp => followUp.SiteId == siteId);
    }

    /// <summary>How often the pages of an invoice were opened by one kind of visitor, once that is at least <paramref name="least"/>.</summary>
    public async Task<long> OpeningsAsync(Guid invoiceId, PortalOpeningKind kind, long least)
    {
        for (var waiting = TimeSpan.Zero; ; waiting += TimeSpan.FromMilliseconds(100))
        {
            await using var db = await app.OpenDbAsync();
            var count = await db.PortalOpenings.Where(opening => opening.InvoiceId == invoiceId && opening.Kind == kind).SumAsync(opening => opening.Count);
            if (count >= least || waiting > TimeSpan.FromSeconds(10))
                return count;
            await Task.Delay(100);
        }
    }
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class PortalLinkCommandsTests : IAsyncLifetime
{
    private Stage stage = null!;
    private Guid sent;

    private House House => stage.Northwind;

    public async Task InitializeAsync()
    {
        stage = await Stage.OnAsync();
        sent = await stage.SentAsync(House);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Copying_is_noted_and_the_invoice_stays_as_it_is()
    {
        var before = await RowAsync(sent);
        await stage.Links.NoteCopiedAsync(House.Viewer, sent);
        (await RowAsync(sent)).Should().Equal(before);
        var link = await stage.LinkAsync(sent);
        (link.LastCopiedAt, link.LastCopiedBy, link.GuaranteedThrough).Should().Be((Cast.Now, "Vera Viewer", Cast.Today.AddDays(10)));
        (await LastActivityAsync()).Should().Be(ActivityKind.LinkCopied);
    }

    [Fact]
    public async Task A_preview_is_noted_and_its_code_works_once_for_a_minute()
    {
        var before = await RowAsync(sent);
        var address = new Uri(await stage.Links.PreviewAsync(House.Viewer, sent));
        (await RowAsync(sent)).Should().Equal(before);
        address.GetLeftPart(UriPartial.Path).Should().Be(await stage.UrlAsync(sent));
        var link = await stage.LinkAsync(sent);
        (link.LastPreviewedBy, link.PreviewedVersion).Should().Be(("Vera Viewer", 2L));
        (await LastActivityAsync()).Should().Be(ActivityKind.PortalPreviewed);

        var codes = stage.Services.GetRequiredService<PreviewCodes>();
        var code = address.Query["?preview=".Length..];
        (await codes.ConsumeAsync(code, Guid.NewGuid(), default)).Should().BeFalse("it is another link's");
        (await codes.ConsumeAsync(code, link.Id, default)).Should().BeTrue();
        (await codes.ConsumeAsync(code, link.Id, default)).Should().BeFalse();

        var late = new Uri(await stage.Links.PreviewAsync(House.Viewer, sent)).Query["?preview=".Length..];
        stage.Clock.Advance(TimeSpan.FromSeconds(60));
        (await codes.ConsumeAsync(late, link.Id, default)).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_unavailable_is_neither_copied_nor_previewed()
    {
        await stage.Links.TurnOffAsync(House.Admin, sent);
        Func<Task>[] acts = [() => stage.Links.NoteCopiedAsync(House.Admin, sent), () => stage.Links.PreviewAsync(House.Admin, sent)];
        foreach (var act in acts)
            await act.Should().ThrowAsync<RuleViolation>().WithMessage("The link was turned off.");
    }

    [Fact]
    public async Task Without_the_key_a_preview_says_that_a_new_link_is_needed()
    {
        await stage.ReadAsync(db => db.PortalLinks.ExecuteUpdateAsync(set => set.SetProperty(link => link.ProtectedToken, "of another key ring")));
        var preview = () => stage.Links.PreviewAsync(House.Admin, sent);
        await preview.Should().ThrowAsync<RuleViolation>().WithMessage("This link cannot be shown any more.*");
        (await stage.UrlAsync(sent)).Should().BeNull();
        await stage.Links.ReplaceAsync(House.Admin, sent);
        (await stage.UrlAsync(sent)).Should().NotBeNull();
    }

    [Fact]
    public async Task Replacing_kills_the_old_link_at_once()
    {
        var old = await stage.LinkAsync(sent);
        var before = await stage.UrlAsync(sent);
        await stage.Links.ReplaceAsync(House.Admin, sent);
        (await stage.UrlAsync(sent)).Should().NotBe(before);
        (await stage.ReadAsync(db => db.PortalLinks.SingleAsync(link => link.Id == old.Id))).ReplacedAt.Should().Be(Cast.Now);
        (await stage.LinkAsync(sent)).TokenHash.Should().NotEqual(old.TokenHash);
    }

    [Fact]
    public async Task Off_on_and_extend_are_noted_and_keep_the_address()
    {
        var before = await stage.UrlAsync(sent);
        await stage.Links.TurnOffAsync(House.Admin, sent);
        (await stage.LinkAsync(sent)).TurnedOffAt.Should().Be(Cast.Now);
        await stage.Links.TurnOnAsync(House.Admin, sent);
        await stage.Links.ExtendAsync(House.Admin, sent);
        (await stage.LinkAsync(sent)).GuaranteedThrough.Should().Be(Cast.Today.AddDays(30 + 120 + 30));
        (await stage.UrlAsync(sent)).Should().Be(before);
        (await stage.ReadAsync(db => db.Activity.OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()))[^3..]
            .Should().Equal(ActivityKind.LinkTurnedOff, ActivityKind.LinkTurnedOn, ActivityKind.LinkExtended);
    }

    [Fact]
    public async Task A_draft_that_was_never_sent_gets_no_link()
    {
        var draft = await stage.DraftAsync(House);
        Func<Task>[] acts = [() => stage.Links.TurnOffAsync(House.Admin, draft), () => stage.Links.ExtendAsync(House.Admin, draft), () => stage.Links.NoteCopiedAsync(House.Admin, draft)];
        foreach (var act in acts)
            await act.Should().ThrowAsync<NotFoundOnSite>();
        var replace = () => stage.Links.ReplaceAsync(House.Admin, draft);
        await replace.Should().ThrowAsync<RuleViolation>().WithMessage("This invoice was not sent yet.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Replaced_by_many_at_once_there_is_one_current_link(DatabaseProvider provider)
    {
        await using var other = await Stage.OnAsync(provider);
        var invoice = await other.SentAsync(other.Northwind);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefusalOf(() => other.Links.ReplaceAsync(other.Northwind.Admin, invoice))));
        refusals.Where(refusal => refusal is not null).Should().AllBeOfType<ChangedByOthers>();
        refusals.Should().Contain(refusal => refusal == null, "somebody wins");
        (await other.ReadAsync(db => db.PortalLinks.CountAsync(link => link.ReplacedAt == null))).Should().Be(1);

        await other.ReadAsync(db => db.PortalLinks.ExecuteDeleteAsync());
        refusals = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefusalOf(() => other.Links.ReplaceAsync(other.Northwind.Admin, invoice))));
        refusals.Where(refusal => refusal is not null).Should().AllBeOfType<ChangedByOthers>("two made the first link at once");
    }

    private static async Task<Exception?> RefusalOf(Func<Task> act)
    {
        try
        {
            await Task.Run(act);
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }
    }

    private Task<ActivityKind> LastActivityAsync() => stage.ReadAsync(db => db.Activity.OrderByDescending(entry => entry.Id).Select(entry => entry.Kind).FirstAsync());

    private Task<List<object?>> RowAsync(Guid id) => stage.ReadAsync(async db =>
    {
        var invoice = await db.Invoices.SingleAsync(known => known.Id == id);
        return db.Entry(invoice).Properties.Select(property => property.CurrentValue).ToList();
    });
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class PortalLinkCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;
    private Guid _sent;

    private TestSite TestSite => _stage.Northwind;

    public async Task InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        _sent = await _stage.SentAsync(TestSite);
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Copying_is_noted_and_the_invoice_stays_as_it_is()
    {
        var before = await RowAsync(_sent);
        await _stage.Links.NoteCopiedAsync(TestSite.Viewer, _sent);
        (await RowAsync(_sent)).Should().Equal(before);
        var link = await _stage.LinkAsync(_sent);
        (link.LastCopiedAt, link.LastCopiedBy, link.GuaranteedThrough).Should().Be((Cast.Now, "Vera Viewer", Cast.Today.AddDays(10)));
        (await LastActivityAsync()).Should().Be(ActivityKind.LinkCopied);
    }

    [Fact]
    public async Task A_preview_is_noted_and_its_code_works_once_for_a_minute()
    {
        var before = await RowAsync(_sent);
        var address = new Uri(await _stage.Links.PreviewAsync(TestSite.Viewer, _sent));
        (await RowAsync(_sent)).Should().Equal(before);
        address.GetLeftPart(UriPartial.Path).Should().Be(await _stage.UrlAsync(_sent));
        var link = await _stage.LinkAsync(_sent);
        (link.LastPreviewedBy, link.PreviewedVersion).Should().Be(("Vera Viewer", 2L));
        (await LastActivityAsync()).Should().Be(ActivityKind.PortalPreviewed);

        var codes = _stage.Services.GetRequiredService<PreviewCodes>();
        var code = address.Query["?preview=".Length..];
        (await codes.ConsumeAsync(code, Guid.NewGuid(), default)).Should().BeFalse("it is another link's");
        (await codes.ConsumeAsync(code, link.Id, default)).Should().BeTrue();
        (await codes.ConsumeAsync(code, link.Id, default)).Should().BeFalse();

        var late = new Uri(await _stage.Links.PreviewAsync(TestSite.Viewer, _sent)).Query["?preview=".Length..];
        _stage.Clock.Advance(TimeSpan.FromSeconds(60));
        (await codes.ConsumeAsync(late, link.Id, default)).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_unavailable_is_neither_copied_nor_previewed()
    {
        await _stage.Links.TurnOffAsync(TestSite.Admin, _sent);
        Func<Task>[] acts = [() => _stage.Links.NoteCopiedAsync(TestSite.Admin, _sent), () => _stage.Links.PreviewAsync(TestSite.Admin, _sent)];
        foreach (var act in acts)
            await act.Should().ThrowAsync<RuleViolation>().WithMessage("The link was turned off.");
    }

    [Fact]
    public async Task Without_the_key_it_is_neither_copied_nor_previewed_until_there_is_a_new_one()
    {
        await _stage.ReadAsync(db => db.PortalLinks.ExecuteUpdateAsync(set => set.SetProperty(link => link.ProtectedToken, "of another key ring")));
        Func<Task>[] acts = [() => _stage.Links.NoteCopiedAsync(TestSite.Admin, _sent), () => _stage.Links.PreviewAsync(TestSite.Admin, _sent)];
        foreach (var act in acts)
            await act.Should().ThrowAsync<RuleViolation>().WithMessage("This link cannot be shown any more.*");
        (await _stage.UrlAsync(_sent)).Should().BeNull();
        await _stage.Links.ReplaceAsync(TestSite.Admin, _sent);
        (await _stage.UrlAsync(_sent)).Should().NotBeNull();
    }

    [Fact]
    public async Task Replacing_kills_the_old_link_at_once()
    {
        var old = await _stage.LinkAsync(_sent);
        var before = await _stage.UrlAsync(_sent);
        await _stage.Links.ReplaceAsync(TestSite.Admin, _sent);
        (await _stage.UrlAsync(_sent)).Should().NotBe(before);
        (await _stage.ReadAsync(db => db.PortalLinks.SingleAsync(link => link.Id == old.Id))).ReplacedAt.Should().Be(Cast.Now);
        (await _stage.LinkAsync(_sent)).TokenHash.Should().NotEqual(old.TokenHash);
    }

    [Fact]
    public async Task Off_on_and_extend_are_noted_and_keep_the_address()
    {
        var before = await _stage.UrlAsync(_sent);
        await _stage.Links.TurnOffAsync(TestSite.Admin, _sent);
        (await _stage.LinkAsync(_sent)).TurnedOffAt.Should().Be(Cast.Now);
        await _stage.Links.TurnOnAsync(TestSite.Admin, _sent);
        await _stage.Links.ExtendAsync(TestSite.Admin, _sent);
        (await _stage.LinkAsync(_sent)).GuaranteedThrough.Should().Be(Cast.Today.AddDays(30 + 120 + 30));
        (await _stage.UrlAsync(_sent)).Should().Be(before);
        (await _stage.ReadAsync(db => db.Activity.OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()))[^3..]
            .Should().Equal(ActivityKind.LinkTurnedOff, ActivityKind.LinkTurnedOn, ActivityKind.LinkExtended);
    }

    [Fact]
    public async Task A_draft_that_was_never_sent_gets_no_link()
    {
        var draft = await _stage.DraftAsync(TestSite);
        Func<Task>[] acts = [() => _stage.Links.TurnOffAsync(TestSite.Admin, draft), () => _stage.Links.ExtendAsync(TestSite.Admin, draft), () => _stage.Links.NoteCopiedAsync(TestSite.Admin, draft)];
        foreach (var act in acts)
            await act.Should().ThrowAsync<NotFoundOnSite>();
        var replace = () => _stage.Links.ReplaceAsync(TestSite.Admin, draft);
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

    private Task<ActivityKind> LastActivityAsync() => _stage.ReadAsync(db => db.Activity.OrderByDescending(entry => entry.Id).Select(entry => entry.Kind).FirstAsync());

    private Task<List<object?>> RowAsync(Guid id) => _stage.ReadAsync(async db =>
    {
        var invoice = await db.Invoices.SingleAsync(known => known.Id == id);
        return db.Entry(invoice).Properties.Select(property => property.CurrentValue).ToList();
    });
}

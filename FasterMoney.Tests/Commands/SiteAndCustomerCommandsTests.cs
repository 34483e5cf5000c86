using System.Data.Common;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FasterMoney.Tests.Commands;

public sealed class SiteAndCustomerCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;

    private TestSite TestSite => _stage.Northwind;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Drafts_follow_an_edited_customer_and_sent_invoices_do_not()
    {
        var (draft, sent) = (await _stage.DraftAsync(TestSite), await _stage.SentAsync(TestSite));
        var version = await _stage.Customers.EditAsync(TestSite.Admin, TestSite.Ada, 1, Cast.AdasBakery with { Name = "Ada & Co", BillingAddress = "9 New Street" });
        version.Should().Be(2);
        (await _stage.InvoiceAsync(draft)).Should().BeEquivalentTo(new { BilledTo = "Ada & Co", BilledToAddress = "9 New Street" });
        (await _stage.InvoiceAsync(sent)).BilledTo.Should().Be("Ada's Bakery");
        (await ActivityAsync()).Should().Contain((ActivityKind.CustomerChanged, "Ada & Co"));
    }

    [Fact]
    public async Task A_new_customer_is_noted()
    {
        var id = await _stage.Customers.CreateAsync(TestSite.Admin, Cast.BrunosGarage with { Name = " Carla " });
        (await _stage.ReadAsync(db => db.Customers.SingleAsync(customer => customer.Id == id))).Should().BeEquivalentTo(new { Name = "Carla", SiteId = TestSite.SiteId });
        (await ActivityAsync()).Should().Contain((ActivityKind.CustomerAdded, "Carla"));
    }

    [Fact]
    public async Task Settings_and_numbering_are_changed_together_or_not_at_all()
    {
        var site = await SiteAsync();
        var back = () => _stage.Sites.EditAsync(TestSite.Owner, site.Version, site.ToContent() with { Name = "Northwind Two" }, 0);
        await back.Should().ThrowAsync<RuleViolation>().WithMessage("Numbers only go up*");
        (await SiteAsync()).Name.Should().Be("Northwind");

        await _stage.Sites.EditAsync(TestSite.Owner, site.Version, site.ToContent() with { Name = "Northwind Two" }, 50);
        (await SiteAsync()).Should().BeEquivalentTo(new { Name = "Northwind Two", NextInvoiceNumber = 50L });
        (await _stage.InvoiceAsync(await _stage.SentAsync(TestSite))).Number.Should().Be("INV-0050");
    }

    [Fact]
    public async Task Two_sites_do_not_share_an_address()
    {
        (await _stage.Sites.CanConfigurePortalAsync(_stage.Harbor.Owner, "https://PAY.northwind.example/", "Pay")).Text.Should().Contain("Another business uses this address");
        var collide = () => _stage.Sites.ConfigurePortalAsync(_stage.Harbor.Owner, 1, "https://pay.northwind.example", "pay");
        await collide.Should().ThrowAsync<RuleViolation>();
        await _stage.Sites.ConfigurePortalAsync(_stage.Harbor.Owner, 1, "https://pay.northwind.example", "harbor");
        (await _stage.Sites.CanConfigurePortalAsync(TestSite.Owner, "https://pay.northwind.example", "pay")).IsAllowed.Should().BeTrue("it is its own");
        await _stage.Sites.TurnPortalAsync(TestSite.Owner, on: false);
        (await SiteAsync()).PortalOn.Should().BeFalse();
        (await ActivityAsync()).Should().Contain((ActivityKind.PortalRouteChanged, "turned off"));
    }

    [Fact]
    public async Task A_logo_is_set_changed_and_taken_away()
    {
        await _stage.Sites.SetLogoAsync(TestSite.Owner, new SiteLogo { Png = [1], Width = 10, Height = 5 });
        await _stage.Sites.SetLogoAsync(TestSite.Owner, new SiteLogo { Png = [2], Width = 20, Height = 5 });
        (await _stage.ReadAsync(db => db.Logos.SingleAsync())).Should().BeEquivalentTo(new { TestSite.SiteId, Png = new byte[] { 2 }, Width = 20, Height = 5 });
        await _stage.Sites.SetLogoAsync(TestSite.Owner, null);
        (await _stage.ReadAsync(db => db.Logos.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_broken_screen_of_somebody_else_does_not_fail_a_save()
    {
        var heard = 0;
        var changes = _stage.Services.GetRequiredService<SiteChanges>();
        using var broken = changes.Subscribe(TestSite.SiteId, () => throw new ObjectDisposedException("a screen that is gone"));
        using var good = changes.Subscribe(TestSite.SiteId, () => heard++);
        using var other = changes.Subscribe(_stage.Harbor.SiteId, () => heard += 100);
        await _stage.DraftAsync(TestSite);
        heard.Should().Be(1);

        good.Dispose();
        await _stage.DraftAsync(TestSite);
        heard.Should().Be(1);
    }

    [Fact]
    public async Task A_site_that_could_not_be_locked_keeps_nobody_waiting()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var access = new SiteAccess(new Stumbling(database.ConnectionString), TimeProvider.System, _stage.Services.GetRequiredService<SiteChanges>(), NullLogger<SiteAccess>.Instance);
        var open = () => access.OpenExclusiveAsync(TestSite.Owner, SiteRole.Owner, default);
        await open.Should().ThrowAsync<TimeoutException>();

        await using var next = new SqliteConnection(database.ConnectionString + ";Default Timeout=1;Pooling=False");
        await next.OpenAsync();
        var begin = () => next.BeginTransaction();
        begin.Should().NotThrow("the transaction ended with its failure");
    }

    private Task<Site> SiteAsync() => _stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == TestSite.SiteId));

    private async Task<List<(ActivityKind, string)>> ActivityAsync() =>
        (await _stage.ReadAsync(db => db.Activity.Where(entry => entry.SiteId == TestSite.SiteId).ToListAsync())).ConvertAll(entry => (entry.Kind, entry.Detail));

    /// <summary>A database that fails at the lock of a site's row.</summary>
    private sealed class Stumbling(string connectionString) : DbCommandInterceptor, IDbContextFactory<FasterMoneyDb>
    {
        public FasterMoneyDb CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            options.UseSqliteDatabase(connectionString).AddInterceptors(this);
            return new SqliteDb(options.Options);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal) ? throw new TimeoutException() : ValueTask.FromResult(result);
    }
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using System.Data.Common;

namespace FasterMoney.Tests.Commands;

public sealed class SiteAndCustomerCommandsTests : IAsyncLifetime
{
    private Stage stage = null!;

    private House House => stage.Northwind;

    public async Task InitializeAsync() => stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Drafts_follow_an_edited_customer_and_sent_invoices_do_not()
    {
        var (draft, sent) = (await stage.DraftAsync(House), await stage.SentAsync(House));
        var version = await stage.Customers.EditAsync(House.Admin, House.Ada, 1, Cast.AdasBakery with { Name = "Ada & Co", BillingAddress = "9 New Street" });
        version.Should().Be(2);
        (await stage.InvoiceAsync(draft)).Should().BeEquivalentTo(new { BilledTo = "Ada & Co", BilledToAddress = "9 New Street" });
        (await stage.InvoiceAsync(sent)).BilledTo.Should().Be("Ada's Bakery");
        (await ActivityAsync()).Should().Contain((ActivityKind.CustomerChanged, "Ada & Co"));
    }

    [Fact]
    public async Task A_new_customer_is_noted()
    {
        var id = await stage.Customers.CreateAsync(House.Admin, Cast.BrunosGarage with { Name = " Carla " });
        (await stage.ReadAsync(db => db.Customers.SingleAsync(customer => customer.Id == id))).Should().BeEquivalentTo(new { Name = "Carla", SiteId = House.SiteId });
        (await ActivityAsync()).Should().Contain((ActivityKind.CustomerAdded, "Carla"));
    }

    [Fact]
    public async Task Settings_and_numbering_are_changed_together_or_not_at_all()
    {
        var site = await SiteAsync();
        var back = () => stage.Sites.EditAsync(House.Owner, site.Version, site.ToContent() with { Name = "Northwind Two" }, 0);
        await back.Should().ThrowAsync<RuleViolation>().WithMessage("Numbers only go up*");
        (await SiteAsync()).Name.Should().Be("Northwind");

        await stage.Sites.EditAsync(House.Owner, site.Version, site.ToContent() with { Name = "Northwind Two" }, 50);
        (await SiteAsync()).Should().BeEquivalentTo(new { Name = "Northwind Two", NextInvoiceNumber = 50L });
        (await stage.InvoiceAsync(await stage.SentAsync(House))).Number.Should().Be("INV-0050");
    }

    [Fact]
    public async Task Two_sites_do_not_share_an_address()
    {
        (await stage.Sites.CanConfigurePortalAsync(stage.Harbor.Owner, "https://PAY.northwind.example/", "Pay")).Text.Should().Contain("Another site uses this address");
        var collide = () => stage.Sites.ConfigurePortalAsync(stage.Harbor.Owner, 1, "https://pay.northwind.example", "pay");
        await collide.Should().ThrowAsync<RuleViolation>();
        await stage.Sites.ConfigurePortalAsync(stage.Harbor.Owner, 1, "https://pay.northwind.example", "harbor");
        (await stage.Sites.CanConfigurePortalAsync(House.Owner, "https://pay.northwind.example", "pay")).IsAllowed.Should().BeTrue("it is its own");
        await stage.Sites.TurnPortalAsync(House.Owner, on: false);
        (await SiteAsync()).PortalOn.Should().BeFalse();
        (await ActivityAsync()).Should().Contain((ActivityKind.PortalRouteChanged, "turned off"));
    }

    [Fact]
    public async Task A_logo_is_set_changed_and_taken_away()
    {
        await stage.Sites.SetLogoAsync(House.Owner, new SiteLogo { Png = [1], Width = 10, Height = 5 });
        await stage.Sites.SetLogoAsync(House.Owner, new SiteLogo { Png = [2], Width = 20, Height = 5 });
        (await stage.ReadAsync(db => db.Logos.SingleAsync())).Should().BeEquivalentTo(new { House.SiteId, Png = new byte[] { 2 }, Width = 20, Height = 5 });
        await stage.Sites.SetLogoAsync(House.Owner, null);
        (await stage.ReadAsync(db => db.Logos.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_broken_screen_of_somebody_else_does_not_fail_a_save()
    {
        var heard = 0;
        var changes = stage.Services.GetRequiredService<SiteChanges>();
        using var broken = changes.Subscribe(House.SiteId, () => throw new ObjectDisposedException("a screen that is gone"));
        using var good = changes.Subscribe(House.SiteId, () => heard++);
        using var other = changes.Subscribe(stage.Harbor.SiteId, () => heard += 100);
        await stage.DraftAsync(House);
        heard.Should().Be(1);

        good.Dispose();
        await stage.DraftAsync(House);
        heard.Should().Be(1);
    }

    [Fact]
    public async Task A_site_that_could_not_be_locked_keeps_nobody_waiting()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var door = new SiteDoor(new Stumbling(database.ConnectionString), TimeProvider.System, stage.Services.GetRequiredService<SiteChanges>());
        var open = () => door.OpenAloneAsync(House.Owner, SiteRole.Owner, default);
        await open.Should().ThrowAsync<TimeoutException>();

        await using var next = new SqliteConnection(database.ConnectionString + ";Default Timeout=1;Pooling=False");
        await next.OpenAsync();
        var begin = () => next.BeginTransaction();
        begin.Should().NotThrow("the transaction ended with its failure");
    }

    private Task<Site> SiteAsync() => stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == House.SiteId));

    private async Task<List<(ActivityKind, string)>> ActivityAsync() =>
        (await stage.ReadAsync(db => db.Activity.Where(entry => entry.SiteId == House.SiteId).ToListAsync())).ConvertAll(entry => (entry.Kind, entry.Detail));

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

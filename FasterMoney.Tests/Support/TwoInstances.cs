using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Support;

/// <summary>The whole application twice, on one PostgreSQL database and with nothing else in common, and a business in it.</summary>
public sealed class TwoInstances : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private TwoInstances(TestDatabase database, FakeTimeProvider? clock, Action<IServiceCollection>? doubles)
    {
        _database = database;
        A = new FasterMoneyApp { Database = database, Clock = clock, Doubles = doubles };
        B = new FasterMoneyApp { Database = database, Clock = clock, Doubles = doubles };
    }

    public FasterMoneyApp A { get; }

    public FasterMoneyApp B { get; }

    /// <summary>The business, with people who work at <see cref="A"/>.</summary>
    public LiveBusiness AtA { get; private set; } = null!;

    /// <summary>The same business, with people who work at <see cref="B"/>.</summary>
    public LiveBusiness AtB { get; private set; } = null!;

    public Guid SiteId => AtA.Person(SiteRole.Owner).SiteId;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Starts both at the same moment.</summary>
    public static async Task<TwoInstances> StartAsync(FakeTimeProvider? clock = null, Action<IServiceCollection>? doubles = null)
    {
        var two = new TwoInstances(await TestDatabase.CreateAsync(DatabaseProvider.Postgres), clock, doubles);
        await Task.WhenAll(Task.Run(() => two.A.Services), Task.Run(() => two.B.Services));
        var site = new Site(SiteContent.New("Northwind", "USD", "UTC"), Cast.Now);
        site.ConfigurePortal(PortalRoute.Parse("http://localhost", "pay"), Cast.Adam, Cast.Now);
        two.AtA = await LiveBusiness.OpenAsync(two.A.Services, new Uri("http://localhost"), site);
        two.AtB = two.AtA.At(two.B.Services);
        return two;
    }

    /// <summary>One browser whose requests a proxy leads to the one or the other.</summary>
    public (HttpClient AtA, HttpClient AtB) Browser()
    {
        var cookies = new System.Net.CookieContainer();
        return (A.CreateDefaultClient(new CookieContainerHandler(cookies)), B.CreateDefaultClient(new CookieContainerHandler(cookies)));
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        await _database.DisposeAsync();
    }
}

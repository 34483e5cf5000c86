using System.Reflection;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Reachability;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

/// <summary>
/// Every method that asks for its caller, found by reflection, is called with another site's ids and by people who do not belong.
/// A new method is called too; what its arguments are is decided in <see cref="ArgumentsFor"/>.
/// </summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly FasterMoneyApp app;
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = Stage.NewClock();
    private Stage stage = null!;
    private Possessions own = null!;
    private Possessions others = null!;

    public IsolationTests() => app = new FasterMoneyApp
    {
        Clock = clock,
        Doubles = services => services.AddHttpClient(RouteCheck.Client).ConfigurePrimaryHttpMessageHandler(() => new NoNetwork()),
    };

    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(SiteDoor).Assembly.GetTypes().Where(type => type != typeof(SiteDoor)).SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Caller) && !method.Name.Contains('<'))
            .Where(method => !method.DeclaringType!.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(method.DeclaringType))),
    ];

    public async Task InitializeAsync()
    {
        stage = await Stage.InAsync(app.Services, clock);
        await stage.Customers.EditAsync(stage.Harbor.Admin, stage.Harbor.Ada, 1, Cast.AdasBakery with { Name = "Secret of Harbor" });
        own = await Possessions.OfAsync(stage, stage.Northwind);
        others = await Possessions.OfAsync(stage, stage.Harbor);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Nobody_reads_or_changes_what_is_another_sites()
    {
        var before = await others.RowsAsync(stage);
        before.Should().HaveCountGreaterThan(60);
        var calls = 0;
        foreach (var method in Methods)
        {
            var guids = method.GetParameters().Count(ArgumentsFor.IsId);
            for (var foreign = 0; foreign < Math.Max(guids, 1); foreign++)
            {
                for (var example = 0; example < (guids == 0 ? 1 : others.Examples); example++)
                {
                    var asked = new ArgumentsFor(method, own, others, foreign, example);
                    var (result, refusal) = await CallAsync(method, asked.With(stage.Northwind.Owner, await stage.VersionOfAsync(asked)));
                    calls++;
                    Leaks(result).Should().BeEmpty("{0} gave another site's things", asked);
                    if (guids > 0 && refusal is not null)
                        refusal.Should().Match(each => each is NotFoundOnSite || each is AccessDenied, "{0} threw {1}", asked, refusal);
                    else if (refusal is not null)
                        refusal.Should().BeOfType<RuleViolation>("{0} threw {1}", asked, refusal);
                    if (method.DeclaringType!.Name.EndsWith("Commands", StringComparison.Ordinal) && guids > 0)
                        refusal.Should().NotBeNull("{0} did something with another site's id", asked);
                }
            }
        }

        (await others.RowsAsync(stage)).Should().Equal(before);
        calls.Should().BeGreaterThan(150);
    }

    [Fact]
    public async Task Who_does_not_belong_is_refused_by_every_method()
    {
        var house = stage.Northwind;
        Caller[] strangers = [new(stage.Oscar, house.SiteId), house.Disabled, stage.Harbor.Owner with { SiteId = house.SiteId }, house.Owner with { SiteId = Guid.Empty }];
        var before = await own.RowsAsync(stage);
        foreach (var method in Methods)
        {
            foreach (var stranger in strangers)
            {
                var asked = new ArgumentsFor(method, own, own, 0, 0);
                var (_, refusal) = await CallAsync(method, asked.With(stranger, 1));
                refusal.Should().BeOfType<AccessDenied>("{0} was asked by a stranger", asked);
            }
        }

        (await own.RowsAsync(stage)).Should().Equal(before);
    }

    [Fact]
    public void The_methods_are_found()
    {
        Methods.Should().HaveCountGreaterThan(35);
        Methods.Should().OnlyContain(method => method.ReturnType.IsAssignableTo(typeof(Task)), "a read of a site is asynchronous");
        Methods.Select(method => method.DeclaringType!.Name).Distinct().Should()
            .Contain(["InvoiceCommands", "BalanceCommands", "CustomerCommands", "PortalLinkCommands", "SiteCommands", "PeopleCommands", "MoneyRows", "DrawerInvoices"]);
    }

    [Fact]
    public void Whoever_opens_a_site_takes_its_caller_first() => SourceFiles.Web
        .Where(file => !file.Path.EndsWith("SiteDoor.cs", StringComparison.Ordinal))
        .Matches(@"\b(public|internal)[^\n(]*Task[^\n(]*\((?>\s*)(?!Caller )[^)]*\bCaller \w+").Should().BeEmpty("reflection finds methods by their first parameter");

    private async Task<(object? Result, Exception? Refusal)> CallAsync(MethodInfo method, object?[] arguments)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var target = method.IsStatic ? null : ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, method.DeclaringType!);
        try
        {
            var task = (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            await task;
            return (task.GetType().GetProperty("Result")?.GetValue(task), null);
        }
        catch (Exception refusal)
        {
            return (null, refusal);
        }
    }

    private List<string> Leaks(object? result) => [.. Contents.Of(result).Where(value => value is Guid id ? others.Owns(id) : $"{value}".Contains("Harbor")).Select(value => $"{value}")];

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No network in tests.");
    }
}

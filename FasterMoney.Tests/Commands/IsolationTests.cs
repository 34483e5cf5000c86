using System.Reflection;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
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

    private readonly FasterMoneyApp _app;
    private Stage _stage = null!;
    private SiteRecords _own = null!;
    private SiteRecords _others = null!;

    public IsolationTests() => _app = new FasterMoneyApp
    {
        Clock = Stage.NewClock(),
        Doubles = services => services.AddHttpClient(RouteCheck.Client).ConfigurePrimaryHttpMessageHandler(() => new NoNetwork()),
    };

    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(SiteAccess).Assembly.GetTypes().Where(type => type != typeof(SiteAccess)).SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Caller) && !method.Name.Contains('<'))
            .Where(method => !method.DeclaringType!.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(method.DeclaringType))),
    ];

    public async Task InitializeAsync()
    {
        _stage = await Stage.InAsync(_app);
        await _stage.Customers.EditAsync(_stage.Harbor.Admin, _stage.Harbor.Ada, 1, Cast.AdasBakery with { Name = "Secret of Harbor" });
        _own = await SiteRecords.OfAsync(_stage, _stage.Northwind);
        _others = await SiteRecords.OfAsync(_stage, _stage.Harbor);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Nobody_reads_or_changes_what_is_another_sites()
    {
        var before = await _others.RowsAsync(_stage);
        before.Should().HaveCountGreaterThan(60);
        var calls = 0;
        foreach (var method in Methods)
        {
            var guids = method.GetParameters().Count(ArgumentsFor.IsId);
            for (var foreign = 0; foreign < Math.Max(guids, 1); foreign++)
            {
                for (var example = 0; example < (guids == 0 ? 1 : _others.Examples); example++)
                {
                    var asked = new ArgumentsFor(method, _own, _others, foreign, example);
                    var (result, refusal) = await CallAsync(method, asked.With(_stage.Northwind.Owner, await _stage.VersionOfAsync(asked)));
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

        (await _others.RowsAsync(_stage)).Should().Equal(before);
        calls.Should().BeGreaterThan(150);
    }

    [Fact]
    public async Task Who_does_not_belong_is_refused_by_every_method()
    {
        var testSite = _stage.Northwind;
        Caller[] strangers = [new(_stage.Oscar, testSite.SiteId), testSite.Disabled, _stage.Harbor.Owner with { SiteId = testSite.SiteId }, testSite.Owner with { SiteId = Guid.Empty }];
        var before = await _own.RowsAsync(_stage);
        foreach (var method in Methods)
        {
            foreach (var stranger in strangers)
            {
                var asked = new ArgumentsFor(method, _own, _own, 0, 0);
                var (_, refusal) = await CallAsync(method, asked.With(stranger, 1));
                refusal.Should().BeOfType<AccessDenied>("{0} was asked by a stranger", asked);
            }
        }

        (await _own.RowsAsync(_stage)).Should().Equal(before);
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
        .Where(file => !file.Path.EndsWith("SiteAccess.cs", StringComparison.Ordinal))
        .Matches(@"\b(public|internal)[^\n(]*Task[^\n(]*\((?>\s*)(?!Caller )[^)]*\bCaller \w+").Should().BeEmpty("reflection finds methods by their first parameter");

    private async Task<(object? Result, Exception? Refusal)> CallAsync(MethodInfo method, object?[] arguments)
    {
        await using var scope = _app.Services.CreateAsyncScope();
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

    private List<string> Leaks(object? result) => [.. Contents.Of(result).Where(value => value is Guid id ? _others.Owns(id) : $"{value}".Contains("Harbor")).Select(value => $"{value}")];

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No network in tests.");
    }
}

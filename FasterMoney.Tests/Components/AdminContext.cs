using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;

namespace FasterMoney.Tests.Components;

/// <summary>Renders admin components as a person of a site sees them: MudBlazor set up once, a fixed clock, scripts answered.</summary>
public abstract class AdminContext : BunitContext, IAsyncLifetime
{
    public static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    protected AdminContext()
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(Now));
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddAdmin();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule(_ => true);
        module.Mode = JSRuntimeMode.Loose;
        module.SetupModule("start", _ => true).Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
        Render<MudPopoverProvider>();
    }

    protected FakeTimeProvider Clock { get; }

    protected static CurrentSite At(SiteRole role = SiteRole.Owner) => new(
        Guid.NewGuid(), "Olivia Sample", Guid.NewGuid(), "Northwind Studio", role, "en-US", "Europe/Berlin", []);

    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        return Render<T>(builder =>
        {
            builder.AddCascadingValue(At());
            parameters(builder);
        });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's services can only be disposed asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}

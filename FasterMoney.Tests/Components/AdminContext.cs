using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;

namespace FasterMoney.Tests.Components;

/// <summary>Renders admin components as a person of a site sees them: MudBlazor set up once, a fixed clock, scripts answered.</summary>
public abstract class AdminContext : BunitContext, IAsyncLifetime
{
    public static readonly DateTime Now = Cast.Later;

    protected AdminContext()
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(Now));
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddAdmin();
        Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        Services.AddSingleton<BrowserStorage>(Kept);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule(_ => true);
        module.Mode = JSRuntimeMode.Loose;
        module.SetupModule("start", _ => true).Mode = JSRuntimeMode.Loose;
    }

    protected FakeTimeProvider Clock { get; }

    /// <summary>What the browser keeps of what was typed and not saved.</summary>
    protected KeptInBrowser Kept { get; } = new();

    /// <summary>What was said to be done last.</summary>
    protected string? Said => Services.GetRequiredService<Toasts>().Words;

    /// <summary>Who looks, and where.</summary>
    protected virtual CurrentSite Here { get; } =
        new(Guid.NewGuid(), "Olivia Sample", Guid.NewGuid(), "Northwind Studio", SiteRole.Owner, "en-US", "Europe/Berlin", []);

    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => Show(Here, parameters);

    protected IRenderedComponent<T> Show<T>(CurrentSite here, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => Render<T>(builder =>
        {
            builder.AddCascadingValue(here);
            parameters?.Invoke(builder);
        });

    public virtual Task InitializeAsync()
    {
        SetRendererInfo(new RendererInfo("Server", true));
        Render<MudPopoverProvider>();
        return Task.CompletedTask;
    }

    // MudBlazor's services can only be disposed asynchronously.
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await LeaveAsync();
    }

    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;
}

using Bunit;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Controls;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Tests.Components;

public sealed class MudRootTests : BunitContext, IAsyncLifetime
{
    private const string DarkColours = "--mud-native-html-color-scheme: dark";

    public Task InitializeAsync()
    {
        Services.AddAdmin();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
        return Task.CompletedTask;
    }

    // MudBlazor's services can only be disposed asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Theory]
    [InlineData(Theme.System, true, true)]
    [InlineData(Theme.System, false, false)]
    [InlineData(Theme.Light, true, false)]
    [InlineData(Theme.Dark, false, true)]
    public async Task The_system_decides_when_the_person_leaves_it_to_the_system(Theme chosen, bool systemIsDark, bool isDark)
    {
        var root = Render<MudRoot>(parameters => parameters.Add(root => root.Theme, chosen));

        await root.InvokeAsync(() => root.Instance.SystemChanged(systemIsDark));

        root.Markup.Contains(DarkColours).Should().Be(isDark);
    }
}

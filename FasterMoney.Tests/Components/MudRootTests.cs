using Bunit;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

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

    [Fact]
    public async Task A_change_of_the_systems_colours_is_newer_than_the_answer_that_it_overtook()
    {
        var asked = JSInterop.Setup<bool>("mudThemeProvider.isDarkMode");
        var root = Render<MudRoot>(parameters => parameters.Add(root => root.Theme, Theme.System));
        var provider = root.FindComponent<MudThemeProvider>();

        await root.InvokeAsync(() => provider.Instance.SystemDarkModeChangedAsync(true));
        root.Markup.Should().Contain(DarkColours);
        asked.SetResult(false);
        await root.InvokeAsync(() => { });

        root.Markup.Should().Contain(DarkColours);
    }
}

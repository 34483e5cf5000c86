using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Import;
using FasterMoney.Web.Reads;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace FasterMoney.Tests.Components;

/// <summary>Renders forms on a real database with the cast in it, as Adam, the admin, works with them.</summary>
public abstract class EditorContext : BunitContext, IAsyncLifetime
{
    private IRenderedComponent<MudDialogProvider>? _dialogs;

    protected Stage Stage { get; private set; } = null!;

    protected TestSite TestSite => Stage.Northwind;

    /// <summary>Where dialogs appear.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs => _dialogs!;

    public async Task InitializeAsync()
    {
        Stage = await Stage.OnAsync();
        Services.AddAdmin();
        Services.AddSingleton<TimeProvider>(Stage.Clock);
        Services.AddSingleton(Stage.Services.GetRequiredService<SiteAccess>());
        Services.AddSingleton(Stage.Services.GetRequiredService<SiteChanges>());
        Services.AddSingleton(Stage.Services.GetRequiredService<PortalTokens>());
        Services.AddSingleton(Stage.Invoices);
        Services.AddSingleton(Stage.Customers);
        Services.AddSingleton(Stage.FollowUps);
        Services.AddSingleton(Stage.Messages);
        Services.AddSingleton(Stage.Services.GetRequiredService<CurrentMessageFacts>());
        Services.AddSingleton(Stage.Services.GetRequiredService<SiteContentChecks>());
        Services.AddSingleton(Stage.Outbox);
        Services.AddSingleton(Stage.Links);
        Services.AddSingleton(Stage.Services.GetRequiredService<BalanceCommands>());
        Services.AddSingleton(Stage.Services.GetRequiredService<ImportCommands>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
        Render<MudPopoverProvider>();
        _dialogs = Render<MudDialogProvider>(builder => builder.AddCascadingValue(At(TestSite.Admin, SiteRole.Admin)));
    }

    // MudBlazor's services can only be disposed asynchronously.
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Stage.DisposeAsync();
    }

    protected IRenderedComponent<T> ShowTo<T>(Caller caller, SiteRole role, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => Render<T>(builder =>
        {
            builder.AddCascadingValue(At(caller, role));
            parameters?.Invoke(builder);
        });

    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => ShowTo(TestSite.Admin, SiteRole.Admin, parameters);

    /// <summary>Waits for what no render announces, such as a change of the address.</summary>
    protected static async Task EventuallyAsync(Action assertion)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                assertion();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (tries < 200)
            {
                await Task.Delay(25);
            }
        }
    }

    private static CurrentSite At(Caller caller, SiteRole role) =>
        new(caller.UserId, "Adam Admin", caller.SiteId, "Northwind", role, "en-US", "America/New_York", []);
}

/// <summary>Finds what a person finds in a form: by label, by text.</summary>
public static class FormSearch
{
    /// <summary>The input with this label, whether written beside it or told to screen readers.</summary>
    public static IElement Field<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent => page.FindAll("input, textarea, select").Single(input =>
            input.GetAttribute("aria-label") == label
            || page.FindAll("label").Any(text => text.GetAttribute("for") == input.Id && text.ChildNodes[0].TextContent.Trim() == label));

    /// <summary>What is said against an input.</summary>
    public static string ReasonAt<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        var field = page.Field(label);
        return field.GetAttribute("aria-invalid") == "true"
            ? string.Join(' ', (field.GetAttribute("aria-describedby") ?? "").Split(' ').Select(id => page.Find($"#{id}").TextContent))
            : "";
    }

    public static IElement Pressable<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent).Trim() == text);

    public static void Type<T>(this IRenderedComponent<T> page, string label, string text)
        where T : IComponent => page.Field(label).Input(text);

    public static void Press<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.Pressable(text).Click();

    /// <summary>What a list of terms says about one.</summary>
    public static string? Term<T>(this IRenderedComponent<T> page, string term)
        where T : IComponent => page.FindAll("dt").LastOrDefault(dt => dt.TextContent.Trim() == term)?.NextElementSibling?.TextContent.Trim();
}

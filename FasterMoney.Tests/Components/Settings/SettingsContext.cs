using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace FasterMoney.Tests.Components.Settings;

/// <summary>Renders settings pages on a real database with the cast in it, and finds what a person finds: by label, name and text.</summary>
public abstract class SettingsContext : BunitContext, IAsyncLifetime
{
    private IRenderedComponent<MudDialogProvider>? _dialogs;

    protected Stage Stage { get; private set; } = null!;

    protected TestSite TestSite => Stage.Northwind;

    /// <summary>Where questions appear.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs => _dialogs!;

    public async Task InitializeAsync()
    {
        Stage = await Stage.OnAsync();
        Services.AddAdmin();
        Services.AddSettings();
        Services.AddSingleton<TimeProvider>(Stage.Clock);
        Services.AddSingleton(Stage.Services.GetRequiredService<SiteAccess>());
        Services.AddSingleton(Stage.Services.GetRequiredService<SiteChanges>());
        Services.AddSingleton(Stage.Services.GetRequiredService<PeopleCommands>());
        Services.AddSingleton(Stage.Sites);
        Services.AddSingleton(Stage.Mail);
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
        Render<MudPopoverProvider>();
        _dialogs = Render<MudDialogProvider>();
    }

    // MudBlazor's services can only be disposed asynchronously.
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Stage.DisposeAsync();
    }

    /// <summary>The page as a person of Northwind sees it, once it is read.</summary>
    protected IRenderedComponent<T> ShowTo<T>(Caller caller, SiteRole role)
        where T : IComponent
    {
        var page = Render<T>(builder => builder.AddCascadingValue(
            new CurrentSite(caller.UserId, "A person", caller.SiteId, "Northwind", role, "en-US", "America/New_York", [])));
        page.WaitForState(() => !page.Markup.Contains("Loading", StringComparison.Ordinal));
        return page;
    }

    protected IRenderedComponent<T> ShowToOwner<T>()
        where T : IComponent => ShowTo<T>(TestSite.Owner, SiteRole.Owner);

    protected Task<Site> SiteAsync() => Stage.ReadAsync(db => Task.FromResult(db.Sites.Single(site => site.Id == TestSite.SiteId)));

    protected static IElement Field(IRenderedComponent<IComponent> page, string label) =>
        page.FindAll("input, textarea, select").Single(input =>
            input.GetAttribute("aria-label") == label
            || page.FindAll("label").Any(text => text.GetAttribute("for") == input.Id && text.ChildNodes[0].TextContent.Trim() == label));

    /// <summary>What is said against a field; empty when nothing is.</summary>
    protected static string ReasonAt(IRenderedComponent<IComponent> page, string label)
    {
        var field = Field(page, label);
        return field.GetAttribute("aria-invalid") == "true"
            ? string.Join(' ', field.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Find($"#{id}").TextContent))
            : "";
    }

    protected static IElement? Button(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll("button").SingleOrDefault(button => (button.GetAttribute("aria-label") ?? button.TextContent).Trim() == name);

    protected static void Press(IRenderedComponent<IComponent> page, string name) => Button(page, name)!.Click();

    /// <summary>Answers the question that is asked.</summary>
    protected string Answer(string button)
    {
        Dialogs.WaitForState(() => Button(Dialogs, button) is not null);
        var question = Dialogs.Find("[role=dialog]").TextContent;
        Press(Dialogs, button);
        return question;
    }
}

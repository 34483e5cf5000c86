using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Admin.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace FasterMoney.Tests.Components;

/// <summary>Renders the workspace on a real database with the cast in it, as Adam, the admin, works with it.</summary>
public abstract class EditorContext : AdminContext
{
    private IRenderedComponent<MudDialogProvider>? _dialogs;

    protected Stage Stage { get; private set; } = null!;

    protected TestSite TestSite => Stage.Northwind;

    /// <summary>Where dialogs appear.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs => _dialogs!;

    protected override CurrentSite Here => At(TestSite.Admin, SiteRole.Admin);

    public override async Task InitializeAsync()
    {
        Stage = await Stage.OnAsync();
        Services.AddSettings();
        Stage.LendTo(Services);
        await base.InitializeAsync();
        _dialogs = Show<MudDialogProvider>();
    }

    protected override ValueTask LeaveAsync() => Stage.DisposeAsync();

    protected IRenderedComponent<T> ShowTo<T>(Caller caller, SiteRole role, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => Show(At(caller, role), parameters);

    /// <summary>Waits for what no render announces, such as a change of the address.</summary>
    protected static Task EventuallyAsync(Action assertion) => Eventually.AssertAsync(assertion);

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
        where T : IComponent => page.Button(text);

    public static void Type<T>(this IRenderedComponent<T> page, string label, string text)
        where T : IComponent => page.Field(label).Input(text);

    public static void Press<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.Pressable(text).Click();

    /// <summary>What a list of terms says about one.</summary>
    public static string? Term<T>(this IRenderedComponent<T> page, string term)
        where T : IComponent => page.FindAll("dt").LastOrDefault(dt => dt.TextContent.Trim() == term)?.NextElementSibling?.TextContent.Trim();
}

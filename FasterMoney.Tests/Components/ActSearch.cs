using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Tests.Components;

/// <summary>Finds an act where a person finds it: beside the others, or in the menu that More acts opens.</summary>
public static class ActSearch
{
    public static IElement Act<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        var inMenu = page.Menu().QuerySelectorAll("[role=menuitem]").Where(item => item.GetAttribute("aria-label") == name);
        return inMenu.Concat(page.Beside().Where(button => button.TextContent.Trim() == name)).Single();
    }

    public static void PressAct<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.Act(name).Click();

    /// <summary>The acts that need no menu, the primary one first when there is one.</summary>
    public static IReadOnlyList<IElement> Beside<T>(this IRenderedComponent<T> page)
        where T : IComponent => [.. page.FindAll("button:not([role]):not([popovertarget])")];

    public static IReadOnlyList<string> InMenu<T>(this IRenderedComponent<T> page)
        where T : IComponent => [.. page.Menu().QuerySelectorAll("button[role=menuitem]").Select(item => item.GetAttribute("aria-label")!)];

    /// <summary>What is read out about an act that is refused; nothing when it is not.</summary>
    public static string WhyNot<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        var act = page.Act(name);
        return act.GetAttribute("aria-disabled") == "true" && act.GetAttribute("aria-describedby") is { } id ? page.Find($"#{id}").TextContent : "";
    }

    private static IElement Menu<T>(this IRenderedComponent<T> page)
        where T : IComponent => page.Find($"#{page.Button("More acts").GetAttribute("popovertarget")}[role=menu]");
}

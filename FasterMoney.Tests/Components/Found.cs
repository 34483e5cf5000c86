using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Tests.Components;

/// <summary>Finds what a person finds: by role and name.</summary>
public static class Found
{
    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.One("button", name);

    public static IElement Link<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.One("a", name);

    public static bool HasButton<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("button").Any(button => NameOf(button) == name);

    public static IElement Region<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("section, aside").Single(region => NameOf(region) == name);

    public static string NameOf(IElement element)
    {
        var label = element.GetAttribute("aria-label")
            ?? (element.GetAttribute("aria-labelledby") is { } id ? element.Owner!.GetElementById(id)?.TextContent : null)
            ?? element.TextContent;
        return string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IElement One<T>(this IRenderedComponent<T> page, string element, string name)
        where T : IComponent => page.FindAll(element).Single(found => NameOf(found) == name);
}

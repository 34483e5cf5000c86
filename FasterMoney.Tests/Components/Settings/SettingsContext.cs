using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Tests.Components.Settings;

/// <summary>The settings, which each person of Northwind sees in their own way.</summary>
public abstract class SettingsContext : EditorContext
{
    /// <summary>The page as a person of Northwind sees it, once it is read.</summary>
    protected IRenderedComponent<T> ShowTo<T>(Caller caller, SiteRole role)
        where T : IComponent
    {
        var page = ShowTo<T>(caller, role, null);
        page.WaitForState(() => !page.Markup.Contains("Loading", StringComparison.Ordinal));
        return page;
    }

    protected IRenderedComponent<T> ShowToOwner<T>()
        where T : IComponent => ShowTo<T>(TestSite.Owner, SiteRole.Owner);

    protected Task<Site> SiteAsync() => Stage.ReadAsync(db => Task.FromResult(db.Sites.Single(site => site.Id == TestSite.SiteId)));

    protected static IElement Field(IRenderedComponent<IComponent> page, string label) => page.Field(label);

    /// <summary>What is said against a field; empty when nothing is.</summary>
    protected static string ReasonAt(IRenderedComponent<IComponent> page, string label) => page.ReasonAt(label);

    protected static IElement? Button(IRenderedComponent<IComponent> page, string name) => page.HasButton(name) ? page.Button(name) : null;

    protected static void Press(IRenderedComponent<IComponent> page, string name) => page.Press(name);

    /// <summary>Answers the question that is asked.</summary>
    protected string Answer(string button)
    {
        Dialogs.WaitForState(() => Dialogs.HasButton(button));
        var question = Dialogs.Find("[role=dialog]").TextContent;
        Dialogs.Press(button);
        return question;
    }
}

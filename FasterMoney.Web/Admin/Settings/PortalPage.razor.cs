using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Reachability;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class PortalPage
{
    // Nobody's link: it only shows how long the real ones are.
    private readonly string exampleToken = PortalToken.New();
    private SiteDetails? details;
    private RuleCheck check = RuleCheck.Allowed;
    private RouteFinding? finding;
    private ElementReference root;
    private string? baseUrl;
    private string? segment;
    private string? error;
    private string? saved;
    private bool isBusy;
    private bool isChecking;
    private bool seeksInvalid;

    [Inject]
    public required SiteSettings Settings { get; init; }

    [Inject]
    public required HandedOutLinks Links { get; init; }

    [Inject]
    public required SiteCommands Commands { get; init; }

    [Inject]
    public required RouteCheck Route { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private bool IsDirty => details is not null
        && ((baseUrl ?? "").Trim() != (details.Site.RouteBaseUrl ?? "") || (segment ?? "").Trim() != (details.Site.RouteSegment ?? ""));

    private string Example => PortalRoute.Check(baseUrl, segment).IsAllowed
        ? PortalRoute.Parse(baseUrl, segment).UrlFor(exampleToken)
        : "Enter a base address and a path.";

    private string StatusSentence => details!.Site switch
    {
        { Portal: null } => "Customers cannot open invoices yet: no address is configured. Saving one below turns the portal on.",
        { PortalOn: true, Portal: { } route } => $"Customers open their invoices at {route.BaseUrl}/{route.Segment}.",
        _ => "Customers who open a link read that it is not available, and how to reach you. Nothing is lost: turning the portal on brings every page back.",
    };

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await ReadAsync(keepTyped: false);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (seeksInvalid)
        {
            seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, root);
        }
    }

    private async Task ReadAsync(bool keepTyped)
    {
        details = await Settings.ReadAsync(Workplace.Caller);
        if (!keepTyped)
        {
            (baseUrl, segment) = (details.Site.RouteBaseUrl, details.Site.RouteSegment);
        }
    }

    // While typing, only what needs no look at other sites; an untouched field is not blamed.
    private void Typed()
    {
        saved = null;
        check = RuleCheck.From(PortalRoute.Check(baseUrl, segment).Reasons.Where(reason =>
            reason.Field == "BaseUrl" ? !string.IsNullOrWhiteSpace(baseUrl) : !string.IsNullOrWhiteSpace(segment)));
    }

    private async Task CheckOnServer()
    {
        if (IsDirty && PortalRoute.Check(baseUrl, segment).IsAllowed)
        {
            check = await Commands.CanConfigurePortalAsync(Workplace.Caller, baseUrl, segment);
        }
    }

    private Task Save() => Act(async () =>
    {
        check = await Commands.CanConfigurePortalAsync(Workplace.Caller, baseUrl, segment);
        seeksInvalid = !check.IsAllowed;
        if (!check.IsAllowed || !await MayCutOffAsync())
        {
            return;
        }

        await Commands.ConfigurePortalAsync(Workplace.Caller, details!.Site.Version, baseUrl, segment);
        await ReadAsync(keepTyped: false);
        saved = "Saved";
    });

    private async Task<bool> MayCutOffAsync()
    {
        if (details!.Site.Portal is not { } old || PortalRoute.Parse(baseUrl, segment) == old || await Links.CountAsync(Workplace.Caller) is not (> 0 and var count))
        {
            return true;
        }

        return await Dialogs.ShowMessageBoxAsync(
            "Change the address?",
            $"{Counted(count)} at {old.BaseUrl}/{old.Segment} stop working at once, wherever customers keep them. You then have to copy and send the new ones.",
            yesText: "Change address",
            cancelText: "Keep the old one") == true;
    }

    private async Task AskToTurnOff()
    {
        var count = await Links.CountAsync(Workplace.Caller);
        var consequence = count == 0
            ? "Nobody holds a working link now. New ones can be copied once the portal is on again."
            : $"{Counted(count)} show no invoice until you turn the portal on again. The addresses stay the same.";
        if (await Dialogs.ShowMessageBoxAsync("Turn off the customer portal?", consequence, yesText: "Turn off now", cancelText: "Keep it on") == true)
        {
            await Turn(on: false);
        }
    }

    private Task Turn(bool on) => Act(async () =>
    {
        await Commands.TurnPortalAsync(Workplace.Caller, on);
        await ReadAsync(keepTyped: true);
    });

    private async Task CheckRoute()
    {
        (isChecking, finding) = (true, null);
        await Act(async () => finding = await Route.CheckAsync(Workplace.Caller));
        isChecking = false;
    }

    private async Task Act(Func<Task> act)
    {
        (isBusy, error) = (true, null);
        try
        {
            await act();
        }
        catch (ChangedByOthers)
        {
            await ReadAsync(keepTyped: true);
            error = "Not saved: somebody else changed the settings in the meantime. What you typed is kept. Look at the status, then save again.";
        }
        catch (RuleViolation violation)
        {
            (check, seeksInvalid) = (RuleCheck.From(violation.Reasons), true);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        finally
        {
            isBusy = false;
        }
    }

    private static string Counted(int links) => links == 1 ? "1 link that customers may hold" : $"{links} links that customers may hold";
}

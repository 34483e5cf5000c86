using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Reachability;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class PortalPage
{
    private const string ChangedByOthers = "Not saved: somebody else changed the settings in the meantime. What you typed is kept. Look at the status, then save again.";

    // Nobody's link: it only shows how long the real ones are.
    private readonly string _exampleToken = PortalToken.New();
    private readonly RouteForm _form = new();
    private SiteDetails? _details;
    private RuleCheck _check = RuleCheck.Allowed;
    private RouteFinding? _finding;
    private ElementReference _root;
    private string? _error;
    private string? _saved;
    private bool _isBusy;
    private bool _isChecking;
    private bool _seeksInvalid;

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
    public required CurrentSite CurrentSite { get; set; }

    private bool IsDirty => _details is not null
        && ((_form.BaseUrl ?? "").Trim() != (_details.Site.RouteBaseUrl ?? "") || (_form.Segment ?? "").Trim() != (_details.Site.RouteSegment ?? ""));

    private string Example => PortalRoute.Check(_form.BaseUrl, _form.Segment).IsAllowed
        ? PortalRoute.Parse(_form.BaseUrl, _form.Segment).UrlFor(_exampleToken)
        : "Enter a base address and a path.";

    private string StatusSentence => _details!.Site switch
    {
        { Portal: null } => "Customers cannot open invoices yet: no address is configured. Saving one below turns the portal on.",
        { PortalOn: true, Portal: { } route } => $"Customers open their invoices at {route.BaseUrl}/{route.Segment}.",
        _ => "Customers who open a link read that it is not available, and how to reach you. Nothing is lost: turning the portal on brings every page back.",
    };

    protected override async Task OnInitializedAsync() => _error = await Refusals.OfAsync(() => ReadAsync(keepTyped: false));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private async Task ReadAsync(bool keepTyped)
    {
        _details = await Settings.ReadAsync(CurrentSite.Caller);
        if (!keepTyped)
            (_form.BaseUrl, _form.Segment) = (_details.Site.RouteBaseUrl, _details.Site.RouteSegment);
    }

    private Task<bool> RestoreAsync(KeptInput kept)
    {
        TypedFields.Read(kept.Typed, _form);
        Typed();
        _error = kept.Version == _details!.Site.Version ? null : ChangedByOthers;
        StateHasChanged();
        return Task.FromResult(true);
    }

    // While typing, only what needs no look at other sites; an untouched field is not blamed.
    private void Typed()
    {
        _saved = null;
        _check = RuleCheck.From(PortalRoute.Check(_form.BaseUrl, _form.Segment).Reasons.Where(reason =>
            reason.Field == "BaseUrl" ? !string.IsNullOrWhiteSpace(_form.BaseUrl) : !string.IsNullOrWhiteSpace(_form.Segment)));
    }

    private async Task CheckOnServer()
    {
        if (IsDirty && PortalRoute.Check(_form.BaseUrl, _form.Segment).IsAllowed)
            _check = await Commands.CanConfigurePortalAsync(CurrentSite.Caller, _form.BaseUrl, _form.Segment);
    }

    private Task Save() => Act(async () =>
    {
        _check = await Commands.CanConfigurePortalAsync(CurrentSite.Caller, _form.BaseUrl, _form.Segment);
        _seeksInvalid = !_check.IsAllowed;
        if (!_check.IsAllowed || !await MayCutOffAsync())
            return;

        await Commands.ConfigurePortalAsync(CurrentSite.Caller, _details!.Site.Version, _form.BaseUrl, _form.Segment);
        await ReadAsync(keepTyped: false);
        _saved = "Saved";
    });

    private async Task<bool> MayCutOffAsync()
    {
        if (_details!.Site.Portal is not { } old || PortalRoute.Parse(_form.BaseUrl, _form.Segment) == old || await Links.CountAsync(CurrentSite.Caller) is not (> 0 and var count))
            return true;

        return await Dialogs.ShowMessageBoxAsync(
            "Change the address?",
            $"{Held(count)} at {old.BaseUrl}/{old.Segment} {Counted.Fitting(count, "stops", "stop")} working at once, wherever customers keep {Counted.Fitting(count, "it", "them")}. You then have to copy and send {Counted.Fitting(count, "the new one", "the new ones")}.",
            yesText: "Change address",
            cancelText: "Keep the old one") == true;
    }

    private async Task AskToTurnOff()
    {
        var count = await Links.CountAsync(CurrentSite.Caller);
        var consequence = count == 0
            ? "Nobody holds a working link now. New ones can be copied once the portal is on again."
            : $"{Held(count)} {Counted.Fitting(count, "shows", "show")} no invoice until you turn the portal on again. {Counted.Fitting(count, "The address stays", "The addresses stay")} the same.";
        if (await Dialogs.ShowMessageBoxAsync("Turn off the customer portal?", consequence, yesText: "Turn off now", cancelText: "Keep it on") == true)
            await Turn(on: false);
    }

    private Task Turn(bool on) => Act(async () =>
    {
        await Commands.TurnPortalAsync(CurrentSite.Caller, on);
        await ReadAsync(keepTyped: true);
    });

    private async Task CheckRoute()
    {
        (_isChecking, _finding) = (true, null);
        await Act(async () => _finding = await Route.CheckAsync(CurrentSite.Caller));
        _isChecking = false;
    }

    private async Task Act(Func<Task> act)
    {
        (_isBusy, _error) = (true, null);
        _error = await Refusals.OfAsync(
            act,
            changed: async () =>
            {
                await ReadAsync(keepTyped: true);
                return ChangedByOthers;
            },
            against: check =>
            {
                (_check, _seeksInvalid) = (check, true);
                return null;
            });
        _isBusy = false;
    }

    private static string Held(int links) => $"{Counted.Of(links, "link")} that customers may hold";
}

using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>What people do with an invoice's link, and what is said when it is refused. Whoever shows it follows the site's changes.</summary>
public sealed partial class PortalLinkActions
{
    private string? _error;
    private bool _isActing;

    [Inject]
    public required PortalLinkCommands Links { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter, EditorRequired]
    public required PortalLinkDetails Link { get; set; }

    private Task NoteCopied(Guid invoice) => Act(null, () => Links.NoteCopiedAsync(CurrentSite.Caller, invoice));

    private Task Replace() => Act("New link made", () => Links.ReplaceAsync(CurrentSite.Caller, Link.InvoiceId));

    private Task TurnOff() => Act("Link turned off", () => Links.TurnOffAsync(CurrentSite.Caller, Link.InvoiceId));

    private Task Mend(LinkFix fix) => fix switch
    {
        LinkFix.None => Task.CompletedTask,
        LinkFix.ConfigureRoute or LinkFix.TurnOnRoute => ShowSettings(),
        LinkFix.MarkAsSent => Send(),
        LinkFix.TurnOnLink => Act("Link turned on", () => Links.TurnOnAsync(CurrentSite.Caller, Link.InvoiceId)),
        LinkFix.Extend => Act("Link extended", () => Links.ExtendAsync(CurrentSite.Caller, Link.InvoiceId)),
        LinkFix.MakeNewLink => Replace(),
    };

    private async Task Send() => Toasts.Say(await SendReviewDialog.AskAsync(Dialogs, Link.InvoiceId));

    private Task ShowSettings()
    {
        Navigation.NavigateTo("/settings/portal");
        return Task.CompletedTask;
    }

    private async Task Act(string? said, Func<Task> act)
    {
        (_isActing, _error) = (true, null);
        _error = await Refusals.OfAsync(act);
        _isActing = false;
        Toasts.Say(_error is null ? said : null);
    }
}

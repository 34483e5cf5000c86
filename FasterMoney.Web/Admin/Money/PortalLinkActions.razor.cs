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

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter, EditorRequired]
    public required PortalLinkDetails Link { get; set; }

    private Task NoteCopied(Guid invoice) => Act(() => Links.NoteCopiedAsync(CurrentSite.Caller, invoice));

    private Task Replace() => Act(() => Links.ReplaceAsync(CurrentSite.Caller, Link.InvoiceId));

    private Task TurnOff() => Act(() => Links.TurnOffAsync(CurrentSite.Caller, Link.InvoiceId));

    private Task Mend(LinkFix fix) => fix switch
    {
        LinkFix.None => Task.CompletedTask,
        LinkFix.ConfigureRoute or LinkFix.TurnOnRoute => ShowSettings(),
        LinkFix.MarkAsSent => SendReviewDialog.AskAsync(Dialogs, Link.InvoiceId),
        LinkFix.TurnOnLink => Act(() => Links.TurnOnAsync(CurrentSite.Caller, Link.InvoiceId)),
        LinkFix.Extend => Act(() => Links.ExtendAsync(CurrentSite.Caller, Link.InvoiceId)),
        LinkFix.MakeNewLink => Replace(),
    };

    private Task ShowSettings()
    {
        Navigation.NavigateTo("/settings/portal");
        return Task.CompletedTask;
    }

    private async Task Act(Func<Task> act)
    {
        (_isActing, _error) = (true, null);
        _error = await Refusals.OfAsync(act);
        _isActing = false;
    }
}

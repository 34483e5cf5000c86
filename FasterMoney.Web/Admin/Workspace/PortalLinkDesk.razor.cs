using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>What people do with an invoice's link, and what is said when it is refused. Whoever shows it follows the site's changes.</summary>
public sealed partial class PortalLinkDesk
{
    private string? error;
    private bool isActing;

    [Inject]
    public required PortalLinkCommands Links { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [Parameter, EditorRequired]
    public required PortalLinkDetails Link { get; set; }

    private Task NoteCopied(Guid invoice) => Act(() => Links.NoteCopiedAsync(Workplace.Caller, invoice));

    private Task Replace() => Act(() => Links.ReplaceAsync(Workplace.Caller, Link.InvoiceId));

    private Task TurnOff() => Act(() => Links.TurnOffAsync(Workplace.Caller, Link.InvoiceId));

    private Task Mend(LinkFix fix)
    {
        switch (fix)
        {
            case LinkFix.ConfigureRoute or LinkFix.TurnOnRoute:
                Navigation.NavigateTo("/settings/portal");
                return Task.CompletedTask;
            case LinkFix.MarkAsSent:
                return SendReviewDialog.AskAsync(Dialogs, Link.InvoiceId);
            case LinkFix.TurnOnLink:
                return Act(() => Links.TurnOnAsync(Workplace.Caller, Link.InvoiceId));
            case LinkFix.Extend:
                return Act(() => Links.ExtendAsync(Workplace.Caller, Link.InvoiceId));
            case LinkFix.MakeNewLink:
                return Act(() => Links.ReplaceAsync(Workplace.Caller, Link.InvoiceId));
            default:
                return Task.CompletedTask;
        }
    }

    private async Task Act(Func<Task> act)
    {
        (isActing, error) = (true, null);
        try
        {
            await act();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            error = refusal.Message;
        }
        finally
        {
            isActing = false;
        }
    }
}

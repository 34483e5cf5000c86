using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Commands;

namespace FasterMoney.Web.Admin.Workspace;

// What people do with the open invoice's link, and what is said when it is refused.
public sealed partial class MoneyPage
{
    private Task NoteCopied(Guid invoice) => Act(() => Links.NoteCopiedAsync(Caller, invoice));

    private Task Replace() => Act(() => Links.ReplaceAsync(Caller, details!.Id));

    private Task TurnOff() => Act(() => Links.TurnOffAsync(Caller, details!.Id));

    private Task Mend(LinkFix fix)
    {
        switch (fix)
        {
            case LinkFix.ConfigureRoute or LinkFix.TurnOnRoute:
                Navigation.NavigateTo("/settings/portal");
                return Task.CompletedTask;
            case LinkFix.MarkAsSent:
                return SendReviewDialog.AskAsync(Dialogs, details!.Id);
            case LinkFix.TurnOnLink:
                return Act(() => Links.TurnOnAsync(Caller, details!.Id));
            case LinkFix.Extend:
                return Act(() => Links.ExtendAsync(Caller, details!.Id));
            case LinkFix.MakeNewLink:
                return Act(() => Links.ReplaceAsync(Caller, details!.Id));
            default:
                return Task.CompletedTask;
        }
    }

    private async Task Act(Func<Task> act)
    {
        isActing = true;
        actError = null;
        try
        {
            await act();
        }
        catch (RuleViolation violation)
        {
            actError = violation.Message;
        }
        catch (Exception refusal) when (refusal is AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            actError = refusal.Message;
        }
        finally
        {
            isActing = false;
        }

        await ReadAgain();
    }
}

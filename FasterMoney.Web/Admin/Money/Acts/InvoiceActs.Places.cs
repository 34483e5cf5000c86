using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Admin.Workspace.Entries;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>Where each act stands. docs/acts.md says the same in words.</summary>
public sealed partial class InvoiceActs
{
    /// <summary>The one that the state asks for, if any; those used beside it; and what the menu holds, in groups.</summary>
    private (InvoiceAct? Main, InvoiceAct[] Beside, InvoiceAct[][] More) Places()
    {
        var can = Invoice.Acts;
        var isDraft = Invoice.SendState == SendState.Draft;
        var send = new InvoiceAct("Mark as sent", can.Send, Send);
        var pay = Asking("Record payment", can.RecordPayment, RecordPaymentDialog.AskAsync);
        var refund = Asking("Record refund", can.Refund, RecordRefundDialog.AskAsync);
        var write = new InvoiceAct("Write message", can.WriteMessage, Doing(WriteMessage));
        var followUp = new InvoiceAct("Prepare follow-up", RuleCheck.Allowed, PrepareFollowUp);
        var edit = new InvoiceAct("Edit", can.Edit, Doing(Edit));
        var duplicate = new InvoiceAct("Duplicate", RuleCheck.Allowed, Duplicate);

        var main = Invoice.State switch
        {
            InvoiceStatus.Draft => send,
            InvoiceStatus.Unpaid or InvoiceStatus.PartiallyPaid or InvoiceStatus.Overdue => pay,
            InvoiceStatus.InCredit when can.Refund.IsAllowed => refund,
            _ => null,
        };
        InvoiceAct[] beside = Invoice.SendState switch
        {
            SendState.Draft => [edit, followUp],
            SendState.Sent => [write, followUp],
            _ => [write, duplicate],
        };
        InvoiceAct[] money = [pay, refund, Asking("Issue credit note", can.Credit, IssueCreditNoteDialog.AskAsync), Asking("Add adjustment", can.Adjust, AddAdjustmentDialog.AskAsync)];
        InvoiceAct[] paper = [edit, duplicate, new(Invoice.PrivateNote is null ? "Add private note" : "Edit private note", RuleCheck.Allowed, EditNote), write, followUp];
        InvoiceAct[] end = [isDraft ? new("Delete draft", can.Delete, Delete) : new("Withdraw", can.Withdraw, Withdraw), new("Void invoice", can.Void, Void)];
        InvoiceAct[][] more = isDraft ? [paper, end, money] : [money, paper, end];
        return (main, beside, [.. more.Select(group => group.Where(act => act != main && !beside.Contains(act)).ToArray())]);
    }

    /// <summary>The dialogs in which something may have been typed when the page was lost.</summary>
    private UnsavedAct[] Unfinished
    {
        get
        {
            var (main, beside, more) = Places();
            return
            [
                .. beside.Concat(more.SelectMany(group => group)).Prepend(main).OfType<InvoiceAct>().Where(act => act.Allowed.IsAllowed)
                    .Select(act => new UnsavedAct(act.Name, SubjectOf(act.Name), act.Do)),
            ];
        }
    }

    private string SubjectOf(string act) => act switch
    {
        "Prepare follow-up" => FollowUpDialog.SubjectOf(Invoice.Id),
        "Add private note" or "Edit private note" => UnsavedAct.SubjectOf("Private note", Invoice.Id),
        _ => UnsavedAct.SubjectOf(act, Invoice.Id),
    };

    private InvoiceAct Asking(string name, RuleCheck allowed, Func<IDialogService, Guid, Task<string?>> ask) =>
        new(name, allowed, async () => Toasts.Say(await ask(Dialogs, Invoice.Id)));

    private static Func<Task> Doing(Action act) => () =>
    {
        act();
        return Task.CompletedTask;
    };
}

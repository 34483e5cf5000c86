using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Movements;

public sealed partial class IssueCreditNoteDialog
{
    private readonly CreditNoteForm form = new();
    private InvoiceLedger? ledger;
    private InvoiceTotals? totals;
    private string? saveProblem;
    private bool isSaving;
    private bool showsUnreadable;

    [Inject]
    public required BalanceCommands Balances { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <summary>What was done, or null.</summary>
    public static Task<string?> AskAsync(IDialogService dialogs, Guid invoiceId) => MovementFrame.ShowAsync<IssueCreditNoteDialog>(
        dialogs, new DialogParameters<IssueCreditNoteDialog> { { d => d.InvoiceId, invoiceId } });

    private void Start(InvoiceLedger now)
    {
        ledger = now;
        form.Start(now);

        // The button beside the fields waits for it, too.
        StateHasChanged();
    }

    private void TakeLines(InvoiceLedger now)
    {
        form.HasLines = true;
        if (form.Lines.Count == 0)
        {
            form.Add(now);
        }
    }

    private static string Hint(InvoiceLedger now) => $"At most {now.Say(now.Invoice.CreditableMinor)} can be credited.";

    private ProposedMovement Propose(InvoiceLedger now, Guid commandId)
    {
        var (content, unreadable, missing) = form.Read(now);
        var typing = unreadable.And(missing);
        var check = new TypedMovement(new EntryDetails(commandId, now.Today, 0), typing).And(now.Invoice.CanCredit(content));
        totals = typing.IsAllowed ? TotalsOf(now, content) : null;
        var isInBounds = totals is not null && check.Reasons.All(reason => reason.Field is nameof(content.Reason) or nameof(content.PrivateNote) || IsDescription(reason.Field));
        return isInBounds
            ? new ProposedMovement(
                check,
                -totals!.TotalMinor,
                now.LineOf(PortalMovementKind.CreditNote, now.Today, NoteOf(now, content), -totals.TotalMinor),
                now.Invoice.PendingMinor,
                totals.TotalMinor > Math.Max(0, now.Invoice.BalanceMinor) ? "This is more than the balance. The rest is a credit in the customer's favour." : null)
            : new ProposedMovement(check, null, null, now.Invoice.PendingMinor);
    }

    private static string NoteOf(InvoiceLedger now, CreditNoteContent content) =>
        content.Reason.Length == 0 ? now.NextCreditNote : PortalMovement.NoteOf(now.NextCreditNote, content.Reason);

    private static bool IsDescription(string? field) => field?.EndsWith($".{nameof(CreditNoteLine.Description)}", StringComparison.Ordinal) == true;

    private static InvoiceTotals? TotalsOf(InvoiceLedger now, CreditNoteContent content)
    {
        try
        {
            return CreditNoteTotals.Of(now.Invoice, content);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Task<Recorded> Act(InvoiceLedger now, Guid commandId) =>
        Balances.IssueCreditNoteAsync(Workplace.Caller, InvoiceId, now.Invoice.Version, form.Read(now).Content, commandId);

    private async Task SaveDraft()
    {
        var (content, unreadable, _) = form.Read(ledger!);
        (showsUnreadable, saveProblem) = (true, null);
        if (isSaving || !unreadable.IsAllowed)
        {
            return;
        }

        isSaving = true;
        try
        {
            await Balances.SaveCreditNoteDraftAsync(Workplace.Caller, InvoiceId, content);
            Dialog.Close(DialogResult.Ok("Credit note kept as a draft"));
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            saveProblem = refusal.Message;
        }
        finally
        {
            isSaving = false;
        }
    }
}

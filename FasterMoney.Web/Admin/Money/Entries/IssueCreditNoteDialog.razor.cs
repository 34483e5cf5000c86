using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Entries;

public sealed partial class IssueCreditNoteDialog
{
    private readonly CreditNoteForm _form = new();
    private InvoiceLedger? _ledger;
    private InvoiceTotals? _totals;
    private string? _saveProblem;
    private bool _isSaving;
    private bool _showsUnreadable;

    [Inject]
    public required BalanceCommands Balances { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <summary>What was done, or null.</summary>
    public static Task<string?> AskAsync(IDialogService dialogs, Guid invoiceId) => EntryFrame.ShowAsync<IssueCreditNoteDialog>(
        dialogs, new DialogParameters<IssueCreditNoteDialog> { { d => d.InvoiceId, invoiceId } });

    private void Start(InvoiceLedger now)
    {
        (_ledger, _form.DraftVersion) = (now, now.Draft?.Version);
        _form.Start(now);

        // The button beside the fields waits for it, too.
        StateHasChanged();
    }

    private static string WhoKeepsAnother(InvoiceLedger now) => now.Draft is { } theirs
        ? $"{theirs.WrittenBy} saved another draft of this credit note meanwhile. What you typed is still here."
        : "The draft of this credit note was discarded or issued meanwhile. What you typed is still here.";

    private void TakeTheirs(InvoiceLedger now)
    {
        _form.Start(now);
        KeepMine(now);
    }

    private void KeepMine(InvoiceLedger now) => (_form.DraftVersion, _saveProblem) = (now.Draft?.Version, null);

    private static string Hint(InvoiceLedger now) => $"At most {now.Say(now.Invoice.CreditableMinor)} can be credited.";

    private ProposedEntry Propose(InvoiceLedger now, Guid commandId)
    {
        var (content, unreadable, missing) = _form.Read(now);
        var typing = unreadable.And(missing);
        var check = new TypedEntry(new EntryDetails(commandId, now.Today, 0), typing).And(now.Invoice.CanCredit(content));
        _totals = typing.IsAllowed ? TotalsOf(now, content) : null;
        var isInBounds = _totals is not null && check.Reasons.All(reason => reason.Field is nameof(content.Reason) or nameof(content.PrivateNote) || IsDescription(reason.Field));
        return isInBounds
            ? new ProposedEntry(
                check,
                now.Statement.Proposed(EntryKind.CreditNote, now.Today, _totals!.TotalMinor, content.Reason, now.NextCreditNote),
                now.Invoice.PendingMinor,
                _totals.TotalMinor > now.Statement.BalanceDue.Minor ? "This is more than the balance. The rest is a credit in the customer's favour." : null)
            : new ProposedEntry(check, null, now.Invoice.PendingMinor);
    }

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
        Balances.IssueCreditNoteAsync(CurrentSite.Caller, InvoiceId, now.Invoice.Version, _form.Read(now).Content, commandId, _form.DraftVersion);

    private async Task SaveDraft()
    {
        var (content, unreadable, _) = _form.Read(_ledger!);
        (_showsUnreadable, _saveProblem) = (true, null);
        if (_isSaving || !unreadable.IsAllowed)
            return;

        _isSaving = true;
        _saveProblem = await Refusals.OfAsync(() => Balances.SaveCreditNoteDraftAsync(CurrentSite.Caller, InvoiceId, content, _form.DraftVersion));
        _isSaving = false;
        if (_saveProblem is null)
            Dialog.Close(DialogResult.Ok("Credit note kept as a draft"));
    }
}

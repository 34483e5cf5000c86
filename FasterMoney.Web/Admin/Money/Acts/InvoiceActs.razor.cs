using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What a person may do with the invoice in the drawer. Who only looks sees none of it.</summary>
public sealed partial class InvoiceActs
{
    private string? _error;
    private bool _isActing;

    [Inject]
    public required InvoiceCommands Invoices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter, EditorRequired]
    public required InvoiceDetails Invoice { get; set; }

    /// <summary>Where to go when the invoice is no more.</summary>
    [Parameter]
    public string CloseAddress { get; set; } = "/money";

    private async Task Send() => Toasts.Say(await SendReviewDialog.AskAsync(Dialogs, Invoice.Id));

    private void WriteMessage() => Navigation.NavigateTo($"/messages/new?invoice={Invoice.Id}");

    private async Task PrepareFollowUp() => Toasts.Say(await FollowUpDialog.AskAsync(Dialogs, Invoice.Id) ? "Follow-up saved" : null);

    private void Edit() => Navigation.NavigateTo($"/invoices/{Invoice.Id}/edit");

    private Task Duplicate() => Act("Duplicated", async () =>
        Navigation.NavigateTo($"/invoices/{await Invoices.DuplicateAsync(CurrentSite.Caller, Invoice.Id)}/edit"));

    private Task Withdraw() => Confirm(
        "Withdraw this invoice?",
        $"{Invoice.Name} becomes a draft again and keeps its number. The customer's link answers that the page is not available until you send the invoice again.",
        "Withdraw to draft",
        "Withdrawn",
        () => Invoices.WithdrawAsync(CurrentSite.Caller, Invoice.Id, Invoice.Version));

    private Task Delete() => Confirm(
        "Delete this draft?",
        $"{Invoice.Name} is gone for good{(Invoice.FollowUps.Count > 0 ? ", and its follow-ups with it" : "")}. Nobody outside has seen it.",
        "Delete draft",
        "Deleted",
        async () =>
        {
            await Invoices.DeleteDraftAsync(CurrentSite.Caller, Invoice.Id, Invoice.Version);
            Navigation.NavigateTo(CloseAddress);
        });

    private async Task Void() => Toasts.Say(await TextDialog.AskAsync(Dialogs, new TextQuestion
    {
        Title = $"Void {Invoice.Name}?",
        Explanation = "There is no way back. The customer's page stays and says that the invoice is cancelled and nothing is to be paid.",
        Label = "Reason",
        Note = "Never shown to customers",
        ActText = "Void invoice",
        Field = "Reason",
        Subject = UnsavedAct.SubjectOf("Void invoice", Invoice.Id),
        Check = Domain.Invoices.Invoice.CheckVoidReason,
        Act = reason => Invoices.VoidAsync(CurrentSite.Caller, Invoice.Id, Invoice.Version, reason),
    }) ? "Voided" : null);

    private async Task EditNote() => Toasts.Say(await TextDialog.AskAsync(Dialogs, new TextQuestion
    {
        Title = "Private note",
        Label = "Private note",
        Note = "Never shown to customers",
        Text = Invoice.PrivateNote ?? "",
        ActText = "Save note",
        Field = nameof(Domain.Invoices.Invoice.PrivateNote),
        Subject = UnsavedAct.SubjectOf("Private note", Invoice.Id),
        Check = note => TextRule.AtMost(note, 4000, nameof(Domain.Invoices.Invoice.PrivateNote)),
        Act = note => Invoices.ChangePrivateNoteAsync(CurrentSite.Caller, Invoice.Id, note),
    }) ? "Note saved" : null);

    private async Task Confirm(string title, string question, string yes, string said, Func<Task> act)
    {
        if (await Dialogs.ShowMessageBoxAsync(title, question, yesText: yes, cancelText: "Cancel") == true)
            await Act(said, act);
    }

    private async Task Act(string said, Func<Task> act)
    {
        (_isActing, _error) = (true, null);
        _error = await Refusals.OfAsync(act);
        _isActing = false;
        Toasts.Say(_error is null ? said : null);
    }
}

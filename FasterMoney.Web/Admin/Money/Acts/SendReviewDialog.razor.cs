using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>One look at an invoice, and the three ways in which it goes out.</summary>
public sealed partial class SendReviewDialog
{
    private ElementReference _root;
    private SendReview? _review;
    private (string Text, string Html)? _handedOut;
    private SentHow _how = SentHow.Email;
    private string? _error;
    private bool _isMissing;
    private bool _isActing;
    private bool _copiesNext;

    private enum Way
    {
        Mark,
        Copy,
        Mail,
    }

    [Inject]
    public required SendReviews Reviews { get; init; }

    [Inject]
    public required InvoiceCommands Invoices { get; init; }

    [Inject]
    public required SendingCommands Mailing { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <summary>What was done, or null.</summary>
    public static async Task<string?> AskAsync(IDialogService dialogs, Guid invoiceId)
    {
        var shown = await dialogs.ShowAsync<SendReviewDialog>(
            null, new DialogParameters<SendReviewDialog> { { d => d.InvoiceId, invoiceId } }, new DialogOptions { BackdropClick = false });
        return await shown.Result is { Canceled: false, Data: string done } ? done : null;
    }

    private bool IsBlocked => _review?.Findings.Any(finding => finding.IsBlocking) == true;

    private bool IsHeld => _isActing || _review?.Invoice.Acts.Send.IsAllowed != true || IsBlocked;

    private Way Main => _review?.Message switch
    {
        { CanMail.IsAllowed: true } => Way.Mail,
        { CanCopy.IsAllowed: true } => Way.Copy,
        _ => Way.Mark,
    };

    protected override async Task OnInitializedAsync() => _error = await Refusals.OfAsync(ReadAsync);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_copiesNext || _handedOut is not { } message)
            return;

        _copiesNext = false;
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", BrowserModule.Copying);
            await module.InvokeVoidAsync("copyNow", _root, message.Text, message.Html);
        }
        catch (JSDisconnectedException)
        {
            // The page was left; the message is under Messages.
        }
    }

    private async Task ReadAsync()
    {
        _review = await Reviews.FindAsync(CurrentSite.Caller, InvoiceId);
        _isMissing = _review is null;
    }

    private string? AddressFor(string? field) => (field, CurrentSite.Role) switch
    {
        ("Mail", SiteRole.Owner) => "/settings/mail",
        ("Route", SiteRole.Owner) => "/settings/portal",
        ("Customer", _) => $"/customers/{_review!.Message.CustomerId}",
        _ => null,
    };

    private Task Send() => Act(async seen =>
    {
        await Invoices.SendAsync(CurrentSite.Caller, InvoiceId, seen.Invoice.Version, _how);
        Dialog.Close(DialogResult.Ok("Marked as sent"));
    });

    private Task Mail() => Act(async seen =>
    {
        await Mailing.SendAsync(CurrentSite.Caller, InvoiceId, seen.Invoice.Version, seen.Message.Content);
        Dialog.Close(DialogResult.Ok($"On its way to {string.Join(", ", seen.Message.Content.Recipients)}"));
    });

    private Task HandOut() => Act(async seen =>
    {
        _handedOut = await Mailing.HandOutAsync(CurrentSite.Caller, InvoiceId, seen.Invoice.Version, seen.Message.Content);
        _copiesNext = true;
    });

    private async Task Act(Func<SendReview, Task> act)
    {
        (_isActing, _error) = (true, null);
        _error = await Refusals.OfAsync(
            () => act(_review!),
            changed: async () =>
            {
                await ReadAsync();
                return "Somebody else changed this invoice in the meantime. Look it over again: this is how it is now.";
            });
        _isActing = false;
    }
}

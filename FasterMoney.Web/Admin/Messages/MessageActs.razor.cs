using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>What a person may do with the message they have read. Who only looks sees none of it.</summary>
public sealed partial class MessageActs
{
    private readonly BrowserModule _copying = new(BrowserModule.Copying);
    private ElementReference _root;
    private DotNetObjectReference<MessageActs>? _self;
    private string? _error;
    private bool _isActing;

    [Inject]
    public required MessageCommands Messages { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter, EditorRequired]
    public required MessageReview Review { get; set; }

    private bool MayChange => CurrentSite.MayChange;

    private bool IsOpen => Review.State is MessageState.ToReview or MessageState.Approved;

    // While it is on its way, or may have arrived, no other way out of the house is offered.
    private bool MayAct => MayChange && IsOpen && Review.Sending.Outbox?.IsUnderWay != true;

    private bool Waits => Review.State == MessageState.ToReview || Review.IsStale;

    /// <summary>Whether the next step towards the customer can be taken.</summary>
    private RuleCheck Next => Waits ? Review.CanApprove : Review.CanRelease;

    /// <summary>Called by the script that copied it.</summary>
    [JSInvokable]
    public Task NoteCopied(Guid message) => InvokeAsync(async () =>
    {
        await Act(null, () => Messages.NoteCopiedAsync(CurrentSite.Caller, message));
        StateHasChanged();
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _copying.StartAsync(Js, _root, _self);
        }
    }

    // What is passed along is what was on the screen that was clicked, however the message has changed since.
    private Task Approve(MessageReview seen) =>
        Act("Approved", () => Messages.ApproveAsync(CurrentSite.Caller, seen.Id, seen.Version, seen.Digest));

    private Task NoteTakenOver() => Act(null, () => Messages.NoteCopiedAsync(CurrentSite.Caller, Review.Id));

    private Task MarkAsSent(MessageReview seen) =>
        Act("Marked as sent", () => Messages.NoteSentAsync(CurrentSite.Caller, seen.Id, seen.Version));

    private async Task Discard(MessageReview seen)
    {
        var answer = await Dialogs.ShowMessageBoxAsync(
            "Discard this message?",
            "It is kept under Discarded, and cannot be edited or sent any more.",
            yesText: "Discard message",
            cancelText: "Keep it");
        if (answer == true)
            await Act("Discarded", () => Messages.DiscardAsync(CurrentSite.Caller, seen.Id, seen.Version));
    }

    private async Task Act(string? said, Func<Task> act)
    {
        (_isActing, _error) = (true, null);
        _error = await Refusals.OfAsync(act, changed: SayChanged);
        _isActing = false;
        Toasts.Say(_error is null ? said : null);
    }

    /// <summary>What is said when a message changed under the hand.</summary>
    public static Task<string?> SayChanged() => Task.FromResult<string?>("Somebody else changed this message in the meantime. Read it again.");

    public async ValueTask DisposeAsync()
    {
        await _copying.DisposeAsync();
        _self?.Dispose();
    }
}

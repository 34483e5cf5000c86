using FasterMoney.Domain.PortalLinks;
using FasterMoney.Web.Admin.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace;

public sealed partial class PortalLinkPanel
{
    private readonly BrowserModule _copying = new(BrowserModule.Copying);
    private ElementReference _root;
    private DotNetObjectReference<PortalLinkPanel>? _self;
    private bool _showsQrCode;
    private Guid _shown;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required PortalLinkDetails Link { get; set; }

    /// <summary>False for a viewer, who previews and copies. The server asks again for each act.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<Guid> Copied { get; set; }

    [Parameter]
    public EventCallback<LinkFix> Fix { get; set; }

    [Parameter]
    public EventCallback Replaced { get; set; }

    [Parameter]
    public EventCallback TurnedOff { get; set; }

    [JSInvokable]
    public Task NoteCopied(Guid invoice) => InvokeAsync(() => Copied.InvokeAsync(invoice));

    protected override void OnParametersSet()
    {
        if (_shown != Link.InvoiceId)
            (_shown, _showsQrCode) = (Link.InvoiceId, false);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _copying.StartAsync(Js, _root, _self);
        }
    }

    private async Task AskToReplace()
    {
        var answer = await Dialogs.ShowMessageBoxAsync(
            "Replace this link?",
            (Link.LastOpened is null ? "" : "The customer has opened this link. ") + "The address that was handed out stops working at once. Whoever opens it reads that it is no longer available. You then copy and send the new one.",
            yesText: "Replace now",
            cancelText: "Keep the link");
        if (answer == true)
            await Replaced.InvokeAsync();
    }

    // What nobody opened yet can be turned on again before anybody notices.
    private async Task AskToTurnOff()
    {
        var answer = Link.LastOpened is null || await Dialogs.ShowMessageBoxAsync(
            "Turn off this link?",
            "The customer has opened it. Whoever opens it again reads that it is not available, until you turn it on.",
            yesText: "Turn off now",
            cancelText: "Keep the link") == true;
        if (answer)
            await TurnedOff.InvokeAsync();
    }

    private static RenderFragment Tell(Noted? noted, string never) => builder =>
    {
        if (noted is null)
        {
            builder.AddContent(0, never);
            return;
        }

        builder.OpenComponent<Moment>(1);
        builder.AddComponentParameter(2, nameof(Moment.At), noted.At);
        builder.CloseComponent();
        if (noted.By is not null)
            builder.AddContent(3, $" by {noted.By}");
    };

    public async ValueTask DisposeAsync()
    {
        await _copying.DisposeAsync();
        _self?.Dispose();
    }
}

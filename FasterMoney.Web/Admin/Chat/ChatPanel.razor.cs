using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Chat;

/// <summary>A conversation with the assistant. It lives here and ends with the page.</summary>
public sealed partial class ChatPanel
{
    private readonly string boxId = $"ask-{Guid.NewGuid():n}";
    private readonly BrowserModule keys = new("./Admin/Chat/ChatPanel.razor.js");
    private readonly List<ChatTurn> turns = [];
    private ElementReference panel;
    private ElementReference box;
    private Conversation? conversation;
    private CancellationTokenSource? answering;
    private string question = "";
    private bool isAnswering;
    private bool isGone;

    /// <summary>The invoice that it is about; null for the business.</summary>
    [Parameter]
    public Guid? InvoiceId { get; set; }

    [Parameter, EditorRequired]
    public required string About { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    public required Conversations Conversations { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await keys.StartAsync(Js, panel);
        }
    }

    private async Task Ask(string asked)
    {
        if (isAnswering || string.IsNullOrWhiteSpace(asked))
        {
            return;
        }

        var turn = new ChatTurn(asked.Trim());
        turns.Add(turn);
        (question, isAnswering) = ("", true);
        var stop = answering = new CancellationTokenSource();
        try
        {
            conversation ??= await Conversations.StartAsync(Workplace.Caller, InvoiceId, stop.Token);
            await foreach (var part in conversation.AskAsync(turn.Question, stop.Token))
            {
                turn.Add(part);
                if (!isGone && turns.Contains(turn))
                {
                    StateHasChanged();
                }
            }
        }
        catch (OperationCanceledException)
        {
            turn.Add(new AnswerEnd(AnswerOutcome.Stopped, "Stopped."));
        }
        catch (Exception refusal) when (refusal is AccessDenied or NotFoundOnSite)
        {
            turn.Add(new AnswerEnd(AnswerOutcome.Failed, refusal.Message));
        }
        finally
        {
            if (answering == stop)
            {
                (answering, isAnswering) = (null, false);
            }

            stop.Dispose();
        }
    }

    private void Stop() => answering?.Cancel();

    private async Task StartAnew()
    {
        Stop();
        (answering, isAnswering, conversation) = (null, false, null);
        turns.Clear();
        await box.FocusAsync();
    }

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        Stop();
        await keys.DisposeAsync();
    }
}

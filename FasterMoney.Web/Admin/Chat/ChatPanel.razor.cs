using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Chat;

/// <summary>A conversation with the assistant. It lives here and ends with the page.</summary>
public sealed partial class ChatPanel
{
    private readonly string _boxId = $"ask-{Guid.NewGuid():n}";
    private readonly BrowserModule _keys = new("./Admin/Chat/ChatPanel.razor.js");
    private readonly List<ChatTurn> _turns = [];
    private ElementReference _panel;
    private ElementReference _box;
    private Conversation? _conversation;
    private CancellationTokenSource? _answering;
    private string _question = "";
    private bool _isAnswering;
    private bool _isGone;

    /// <summary>The invoice that it is about; null for the business.</summary>
    [Parameter]
    public Guid? InvoiceId { get; set; }

    [Parameter, EditorRequired]
    public required string About { get; set; }

    /// <summary>What stands in the box at first, for the person to ask or change.</summary>
    [Parameter]
    public string? Question { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    public required Conversations Conversations { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    protected override void OnInitialized() => _question = Question ?? "";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _keys.StartAsync(Js, _panel);
    }

    private async Task Ask(string asked)
    {
        if (_isAnswering || string.IsNullOrWhiteSpace(asked))
            return;

        var turn = new ChatTurn(asked.Trim());
        _turns.Add(turn);
        (_question, _isAnswering) = ("", true);
        var stop = _answering = new CancellationTokenSource();
        try
        {
            _conversation ??= await Conversations.StartAsync(CurrentSite.Caller, InvoiceId, stop.Token);
            await foreach (var part in _conversation.AskAsync(turn.Question, stop.Token))
            {
                turn.Add(part);
                if (!_isGone && _turns.Contains(turn))
                    StateHasChanged();
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
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            turn.Add(new AnswerEnd(AnswerOutcome.Failed, sentence));
        }
        finally
        {
            if (_answering == stop)
                (_answering, _isAnswering) = (null, false);

            stop.Dispose();
        }
    }

    private void Stop() => _answering?.Cancel();

    private async Task StartAnew()
    {
        Stop();
        (_answering, _isAnswering, _conversation) = (null, false, null);
        _turns.Clear();
        await _box.FocusAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        Stop();
        await _keys.DisposeAsync();
    }
}

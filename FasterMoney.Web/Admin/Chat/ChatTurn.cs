using FasterMoney.Web.Assistant;
using FasterMoney.Web.Assistant.Tools;

namespace FasterMoney.Web.Admin.Chat;

/// <summary>One question on the screen, and as much of its answer as has arrived.</summary>
public sealed class ChatTurn(string question)
{
    private readonly List<string> _pieces = [];
    private readonly List<ToolRun> _runs = [];

    public string Question => question;

    /// <summary>Each is written to the page once, however long the answer gets.</summary>
    public IReadOnlyList<string> Pieces => _pieces;

    public IReadOnlyList<ToolRun> Runs => _runs;

    /// <summary>How it ended; null while it arrives.</summary>
    public AnswerEnd? End { get; private set; }

    public void Add(AnswerPart part)
    {
        switch (part)
        {
            case AnswerText text:
                _pieces.Add(text.Text);
                break;
            case AnswerTool tool:
                _runs.Add(tool.Run);
                break;
            case AnswerEnd end:
                End = end;
                break;
            default:
                break;
        }
    }
}

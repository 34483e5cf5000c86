using FasterMoney.Web.Assistant;
using FasterMoney.Web.Assistant.Tools;

namespace FasterMoney.Web.Admin.Chat;

/// <summary>One question on the screen, and as much of its answer as has arrived.</summary>
public sealed class ChatTurn(string question)
{
    private readonly List<string> pieces = [];
    private readonly List<ToolRun> runs = [];

    public string Question => question;

    /// <summary>Each is written to the page once, however long the answer gets.</summary>
    public IReadOnlyList<string> Pieces => pieces;

    public IReadOnlyList<ToolRun> Runs => runs;

    /// <summary>How it ended; null while it arrives.</summary>
    public AnswerEnd? End { get; private set; }

    public void Add(AnswerPart part)
    {
        switch (part)
        {
            case AnswerText text:
                pieces.Add(text.Text);
                break;
            case AnswerTool tool:
                runs.Add(tool.Run);
                break;
            case AnswerEnd end:
                End = end;
                break;
            default:
                break;
        }
    }
}

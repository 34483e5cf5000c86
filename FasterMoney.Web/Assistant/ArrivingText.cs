using System.Text;
using FasterMoney.Web.Assistant.Facts;

namespace FasterMoney.Web.Assistant;

/// <summary>
/// Text that arrives in pieces, let through as soon as it is sure that no address or token starts in it: those are taken out,
/// wherever a model may have them from.
/// </summary>
public sealed class ArrivingText(int most)
{
    private readonly StringBuilder waiting = new();
    private int passed;

    public bool IsFull { get; private set; }

    /// <summary>What may be shown now.</summary>
    public string Add(string piece)
    {
        var room = Math.Max(0, most - passed - waiting.Length);
        waiting.Append(piece.Length > room ? piece[..room] : piece);
        IsFull |= piece.Length > room;
        return Pass(OutgoingText.Settled(waiting.ToString()));
    }

    /// <summary>What is left when nothing more comes.</summary>
    public string Rest() => Pass(waiting.Length);

    private string Pass(int length)
    {
        if (length == 0)
            return "";
        var text = OutgoingText.WithoutSecrets(waiting.ToString(0, length));
        waiting.Remove(0, length);
        passed += length;
        return text;
    }
}

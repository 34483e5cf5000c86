using System.Text;
using FasterMoney.Web.Assistant.Facts;

namespace FasterMoney.Web.Assistant;

/// <summary>
/// Text that arrives in pieces, let through as soon as it is sure that no address or token starts in it: those are taken out,
/// wherever a model may have them from.
/// </summary>
public sealed class ArrivingText(int most)
{
    private readonly StringBuilder _waiting = new();
    private int _passed;

    public bool IsFull { get; private set; }

    /// <summary>What may be shown now.</summary>
    public string Add(string piece)
    {
        var room = Math.Max(0, most - _passed - _waiting.Length);
        _waiting.Append(piece.Length > room ? piece[..room] : piece);
        IsFull |= piece.Length > room;
        return Pass(OutgoingText.Settled(_waiting.ToString()));
    }

    /// <summary>What is left when nothing more comes.</summary>
    public string Rest() => Pass(_waiting.Length);

    private string Pass(int length)
    {
        if (length == 0)
            return "";
        var text = OutgoingText.WithoutSecrets(_waiting.ToString(0, length));
        _waiting.Remove(0, length);
        _passed += length;
        return text;
    }
}

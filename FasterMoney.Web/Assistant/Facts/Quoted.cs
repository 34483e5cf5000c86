using System.Text.Json.Serialization;

namespace FasterMoney.Web.Assistant.Facts;

/// <summary>
/// Words that somebody else typed: a name, a memo, a reference. They go to the model under a name of their own, which its
/// instructions call data and never an order, without addresses or ids and not longer than a line or two.
/// </summary>
public sealed record Quoted
{
    private const int Longest = 160;

    [JsonConstructor]
    public Quoted(string text) => Text = text;

    [JsonPropertyName("quoted")]
    public string Text { get; }

    public static Quoted Of(string text) => new(OutgoingText.Clean(text, Longest));

    /// <summary>Null for an empty text.</summary>
    public static Quoted? OrNull(string text) => text.Length == 0 ? null : Of(text);

    public override string ToString() => Text;
}

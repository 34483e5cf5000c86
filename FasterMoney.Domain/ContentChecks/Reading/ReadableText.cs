using System.Text;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>One way to read a text, which knows for each of its characters where it came from in the text as it was typed.</summary>
internal sealed class ReadableText(string place, string text, int[] starts, int[] ends)
{
    public string Place => place;

    public string Text => text;

    /// <summary>The same, letter by letter, without accents.</summary>
    public string Plain => field ??= PlainLetters.Of(text);

    public List<NameWord> Words => field ??= NameWords.In(text);

    public List<NameSequence> Names => field ??= [.. NameSequence.In(text, Words)];

    public List<WebAddress> Addresses => field ??= [.. WebAddress.In(text)];

    public List<EmailText> Emails => field ??= [.. EmailText.In(text)];

    /// <summary>The range of the typed text that a range of this reading came from.</summary>
    public (int Start, int Length) Typed(int start, int length)
    {
        if (length <= 0 || start >= text.Length)
            return (0, 1);

        var from = starts[start];
        var to = ends[Math.Min(start + length, text.Length) - 1];
        return (from, Math.Max(to - from, 1));
    }

    /// <summary>A finding at a range of this reading.</summary>
    public Finding Finds(FindingCode code, FindingWeight weight, int start, int length, string reason, string fix)
    {
        var (typedStart, typedLength) = Typed(start, length);
        return new Finding(code, weight, place, typedStart, typedLength, Excerpts.Of(text, start, length), reason, fix);
    }

    /// <summary>Writes a reading piece by piece.</summary>
    public sealed class Writer(string place, int capacity)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _starts = new(capacity);
        private readonly List<int> _ends = new(capacity);

        public int Length => _text.Length;

        /// <summary>Adds characters that all came from one typed range.</summary>
        public void Add(ReadOnlySpan<char> characters, int start, int end)
        {
            _text.Append(characters);
            for (var i = 0; i < characters.Length; i++)
            {
                _starts.Add(start);
                _ends.Add(end);
            }
        }

        /// <summary>Adds a range of another reading, or what is read in its stead.</summary>
        public void Add(ReadableText other, int start, int length, string? instead = null)
        {
            if (instead is null)
            {
                for (var i = start; i < start + length; i++)
                    Add(other.Text.AsSpan(i, 1), other.StartOf(i), other.EndOf(i));
            }
            else
            {
                Add(instead, other.StartOf(start), other.EndOf(start + length - 1));
            }
        }

        public ReadableText ToReading() => new(place, _text.ToString(), [.. _starts], [.. _ends]);
    }

    private int StartOf(int index) => starts[index];

    private int EndOf(int index) => ends[index];
}

using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>One glyph where it stands. Lengths are per em.</summary>
/// <param name="Text">What it stands for with those behind it that have none.</param>
/// <param name="Own">What it stands for by itself, where it is of several; may be empty.</param>
internal readonly record struct Glyph(int Id, string Text, double Advance, double Right = 0, double Up = 0, string? Own = null);

/// <summary>Glyphs of one face, from left to right.</summary>
internal sealed record GlyphRun(Face Face, IReadOnlyList<Glyph> Glyphs);

/// <summary>Which glyphs a line has and in what order: the face for each character, the direction, and the letters of joined scripts by HarfBuzz.</summary>
internal static class Shaping
{
    private const string Mirrored = "()[]{}<>«»‹›";

    private static readonly ConcurrentDictionary<Face, Font> Fonts = [];

    private static readonly string[] Known = [.. Enumerable.Range(0, 0x500).Select(code => ((char)code).ToString())];

    /// <summary>The width of a line per em.</summary>
    public static double WidthOf(string line, Face weight) => Of(line, weight).Sum(run => run.Glyphs.Sum(glyph => glyph.Advance));

    /// <param name="japanese">Whether Chinese characters have their Japanese shapes.</param>
    public static IReadOnlyList<GlyphRun> Of(string line, Face weight, bool japanese = false)
    {
        var levels = Bidi.Matters(line) ? Bidi.LevelsOf(line) : null;
        var runs = new List<(Face Face, int Level, int From, int To)>();
        for (int at = 0, length; at < line.Length; at += length)
        {
            length = Rune.TryGetRuneAt(line, at, out var rune) ? rune.Utf16SequenceLength : 1;
            var level = levels?[at] ?? 0;
            var last = runs.Count > 0 ? runs[^1] : default;
            if (FaceOf(rune, last.Face, weight, japanese) is not { } face)
                continue;
            if (last.Face == face && last.Level == level && last.To == at)
                runs[^1] = last with { To = at + length };
            else
                runs.Add((face, level, at, at + length));
        }

        return [.. InSight(runs).Select(run => new GlyphRun(run.Face, GlyphsOf(line[run.From..run.To], run.Face, run.Level % 2 == 1)))];
    }

    // A mark goes with the letter that it stands on, where the letter's face has it. What only steers others is not drawn.
    private static Face? FaceOf(Rune rune, Face? before, Face weight, bool japanese)
    {
        var joins = rune.Value is 0x200C or 0x200D;
        if (joins || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
        {
            if (before?.Has(rune.Value) == true)
                return before;
            if (joins)
                return null;
        }

        return Face.Of(rune, weight, japanese);
    }

    // L2 of UAX #9: from the highest level down, what stands beside each other on at least that level is turned around.
    private static List<(Face Face, int Level, int From, int To)> InSight(List<(Face Face, int Level, int From, int To)> runs)
    {
        for (var level = runs.Count == 0 ? 0 : runs.Max(run => run.Level); level > 0; level--)
        {
            for (int at = 0, end; at < runs.Count; at = end + 1)
            {
                for (end = at; end < runs.Count && runs[end].Level >= level; end++)
                {
                }

                runs.Reverse(at, end - at);
            }
        }

        return runs;
    }

    private static List<Glyph> GlyphsOf(string text, Face face, bool toTheLeft)
    {
        if (face.IsJoined)
            return Joined(text, face, toTheLeft);
        var glyphs = new List<Glyph>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var code = toTheLeft ? MirrorOf(rune.Value) : rune.Value;
            var id = face.File.GlyphOf(code);
            glyphs.Add(new Glyph(id, code < Known.Length ? Known[code] : char.ConvertFromUtf32(code), face.File.WidthOf(id)));
        }

        if (toTheLeft)
            glyphs.Reverse();
        return glyphs;
    }

    private static int MirrorOf(int code) =>
        code <= char.MaxValue && Mirrored.IndexOf((char)code, StringComparison.Ordinal) is var at and >= 0 ? Mirrored[at ^ 1] : code;

    private static List<Glyph> Joined(string text, Face face, bool toTheLeft)
    {
        var font = Fonts.GetOrAdd(face, FontOf);
        using var buffer = new HarfBuzzSharp.Buffer { ClusterLevel = ClusterLevel.MonotoneGraphemes, Flags = BufferFlags.RemoveDefaultIgnorables };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = toTheLeft ? Direction.RightToLeft : Direction.LeftToRight;
        font.Shape(buffer);
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var clusters = infos.Select(info => (int)info.Cluster).ToLookup(start => start);
        var starts = clusters.Select(cluster => cluster.Key).Order().Append(text.Length).ToList();
        var said = new HashSet<int>();
        double em = face.File.UnitsPerEm;
        return [.. infos.Zip(places, (info, place) =>
        {
            var (id, start) = ((int)info.Codepoint, (int)info.Cluster);
            var written = text[start..starts[starts.IndexOf(start) + 1]];
            var own = clusters[start].Skip(1).Any() ? string.Concat(written.Where(character => face.File.GlyphOf(character) == id).Take(1)) : null;
            return new Glyph(id, said.Add(start) ? written : "", place.XAdvance / em, place.XOffset / em, place.YOffset / em, own);
        })];
    }

    // Held as long as the application runs, as the faces are.
    private static Font FontOf(Face face)
    {
        var em = face.File.UnitsPerEm;
        var held = GCHandle.Alloc(face.Bytes, GCHandleType.Pinned);
        using var blob = new Blob(held.AddrOfPinnedObject(), face.Bytes.Length, MemoryMode.ReadOnly);
        using var whole = new HarfBuzzSharp.Face(blob, 0);
        var font = new Font(whole);
        font.SetScale(em, em);
        font.SetFunctionsOpenType();
        return font;
    }
}

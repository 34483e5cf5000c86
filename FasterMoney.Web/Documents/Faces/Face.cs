using System.Text;

namespace FasterMoney.Web.Documents.Faces;

/// <summary>
/// One file of glyphs, carried in the assembly and read when a document first needs it. Noto Sans writes Latin, Greek and Cyrillic;
/// what it lacks is looked for in the face of its script.
/// </summary>
internal sealed class Face
{
    public static readonly Face Regular = new("NotoSans-Regular");
    public static readonly Face Bold = new("NotoSans-Bold");

    private static readonly Face Arabic = new("NotoSansArabic-Regular") { IsJoined = true };
    private static readonly Face Hebrew = new("NotoSansHebrew-Regular") { IsJoined = true };
    private static readonly Face Thai = new("NotoSansThai-Regular") { IsJoined = true };
    private static readonly Face Japanese = new("VL-Gothic-Regular");
    private static readonly Face Chinese = new("DroidSansFallback");
    private static readonly Face[] JapaneseFirst = [Japanese, Chinese];
    private static readonly Face[] ChineseFirst = [Chinese, Japanese];

    private readonly Lazy<TrueTypeFile> _file;

    private Face(string name)
    {
        Name = name;
        _file = new(() =>
        {
            using var stream = typeof(Face).Assembly.GetManifestResourceStream($"{name}.ttf")
                ?? throw new InvalidOperationException($"{name}.ttf is missing from the assembly.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Bytes = bytes;
            return new TrueTypeFile(bytes);
        });
    }

    public string Name { get; }

    public TrueTypeFile File => _file.Value;

    /// <summary>The whole file, once <see cref="File"/> was read.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Whether its letters join, or marks move with what they stand on, so that a run of them has to be shaped.</summary>
    public bool IsJoined { get; private init; }

    public bool Has(int code) => File.GlyphOf(code) > 0;

    /// <summary>The face that draws a character in a weight; null when none does.</summary>
    /// <param name="japanese">Whether Chinese characters have their Japanese shapes.</param>
    public static Face? Of(Rune character, Face weight, bool japanese = false)
    {
        var code = character.Value;
        if (weight.Has(code))
            return weight;
        Face[] further = code switch
        {
            >= 0x0590 and <= 0x05FF or >= 0xFB1D and <= 0xFB4F => [Hebrew],
            >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F or 0x200C or 0x200D or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF => [Arabic],
            >= 0x0E00 and <= 0x0E7F => [Thai],
            >= 0x2010 => japanese ? JapaneseFirst : ChineseFirst,
            _ => [],
        };
        return Array.Find(further, face => face.Has(code));
    }
}

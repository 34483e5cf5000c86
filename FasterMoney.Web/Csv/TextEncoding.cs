using System.Text;
using System.Text.Unicode;

namespace FasterMoney.Web.Csv;

/// <summary>How a file's letters are written: UTF-8 or UTF-16, each with a mark at its start or without, otherwise Windows-1252.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Mark">How many bytes at the start are no text.</param>
/// <param name="Encoding">What reads it.</param>
internal sealed record TextEncoding(string Name, int Mark, Encoding Encoding)
{
    public static TextEncoding Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new TextEncoding("UTF-8", 3, Encoding.UTF8),
        [0xFF, 0xFE, ..] => new TextEncoding("UTF-16", 2, Encoding.Unicode),
        [0xFE, 0xFF, ..] => new TextEncoding("UTF-16", 2, Encoding.BigEndianUnicode),
        _ when Wide(file) is { } wide => new TextEncoding("UTF-16", 0, wide),
        _ when Utf8.IsValid(file) => new TextEncoding("UTF-8", 0, Encoding.UTF8),
        _ => new TextEncoding("Windows-1252", 0, CodePagesEncodingProvider.Instance.GetEncoding(1252)!),
    };

    public StreamReader Open(byte[] file) => new(new MemoryStream(file, Mark, file.Length - Mark), Encoding, detectEncodingFromByteOrderMarks: false);

    // Names of columns are mostly of Latin letters, of which UTF-16 writes every other byte as zero.
    private static Encoding? Wide(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length & ~1, 400)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < start.Length; at += 2)
        {
            even += start[at] == 0 ? 1 : 0;
            odd += start[at + 1] == 0 ? 1 : 0;
        }

        return start.Length < 8 ? null
            : even == 0 && odd > start.Length / 4 ? Encoding.Unicode
            : odd == 0 && even > start.Length / 4 ? Encoding.BigEndianUnicode
            : null;
    }
}

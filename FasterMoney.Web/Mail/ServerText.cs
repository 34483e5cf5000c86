using System.Text;

namespace FasterMoney.Web.Mail;

/// <summary>What a mail server said, fit for a screen: one line, without control characters, shortened.</summary>
public static class ServerText
{
    public const int Most = 300;

    public static string Of(int code, string text) => Shortened($"{code} {text}", Most);

    public static string Shortened(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (var c in text)
        {
            var shown = char.IsControl(c) || char.IsWhiteSpace(c) || c is '\ufffd' ? ' ' : c;
            if (shown != ' ' || (line.Length > 0 && line[^1] != ' '))
                line.Append(shown);

            if (line.Length >= most)
                return line.ToString().TrimEnd() + "…";
        }

        return line.ToString().TrimEnd();
    }
}

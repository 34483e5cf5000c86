using System.Text;
using FasterMoney.Web.Documents;
using MimeKit;
using MimeKit.Text;

namespace FasterMoney.Web.Mail;

/// <summary>A letter as it goes over the wire: plain text and HTML, quoted-printable, so that no server on the way has a reason to rewrite it.</summary>
public static class MimeMail
{
    public static MimeMessage Of(OutgoingMail mail, MailAccount account, DateTimeOffset now)
    {
        var message = new MimeMessage { MessageId = $"{mail.MailId}@{account.Domain}", Date = now };
        message.From.Add(Mailbox(account.FromName, account.FromAddress));
        message.To.AddRange(mail.Recipients.Select(recipient => Mailbox("", recipient)));
        if (account.ReplyTo.Length > 0)
            message.ReplyTo.Add(Mailbox("", account.ReplyTo));

        message.Headers.Replace(Subject(mail.Subject));
        var texts = new MultipartAlternative { Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, Document(mail)) };
        message.Body = mail.Document is { } document ? new Multipart("mixed") { texts, Attached(document) } : texts;
        return message;
    }

    /// <summary>The address that the server is told, which is also the one in the header.</summary>
    public static MailboxAddress Sender(MailAccount account) => Mailbox("", account.FromAddress);

    /// <summary>The addresses that the server is told: exactly those that were approved.</summary>
    public static IEnumerable<MailboxAddress> Recipients(OutgoingMail mail) => mail.Recipients.Select(recipient => Mailbox("", recipient));

    // The rules keep line breaks out of every field long before; here is the last place where one could do harm.
    private static MailboxAddress Mailbox(string name, string address) =>
        new(Encoding.UTF8, Line(name).Replace("=?", "= ?", StringComparison.Ordinal), Line(address) == address ? address : throw new FormatException("An address has a line break in it."));

    private static Header Subject(string subject)
    {
        var line = Line(subject);
        var header = new Header(Encoding.UTF8, HeaderId.Subject, line);
        if (line.Contains("=?", StringComparison.Ordinal))
        {
            // It would be read as something encoded (RFC 2047), and the customer would see what nobody approved.
            header.SetRawValue(Encoding.ASCII.GetBytes($" {Encoded(line)}\r\n"));
        }

        return header;
    }

    private static string Encoded(string line)
    {
        // An encoded word has 75 characters at most; 45 bytes become 60.
        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (var rune in line.EnumerateRunes())
        {
            var next = new byte[4];
            var length = rune.EncodeToUtf8(next);
            if (bytes.Count + length > 45)
                Flush();

            bytes.AddRange(next[..length]);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    private static string Line(string text) =>
        string.Create(text.Length, text, (line, from) =>
        {
            for (var at = 0; at < from.Length; at++)
                line[at] = char.IsControl(from[at]) || from[at] is '\u2028' or '\u2029' ? ' ' : from[at];
        });

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MimePart Attached(DocumentFile document) => new("application", "pdf")
    {
        Content = new MimeContent(new MemoryStream(document.Bytes)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = document.Name,
    };

    private static string Document(OutgoingMail mail) => $"<!doctype html>\n<html>\n<body>\n{mail.Html}\n</body>\n</html>\n";
}

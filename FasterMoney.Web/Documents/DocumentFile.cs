using Microsoft.Net.Http.Headers;

namespace FasterMoney.Web.Documents;

/// <summary>A finished document and the name that people save it under.</summary>
public sealed record DocumentFile(string Name, byte[] Bytes)
{
    public const string ContentType = "application/pdf";

    /// <summary>
    /// The Content-Disposition: saved, never opened in place, since the portal's content policy allows nothing
    /// that a browser's own viewer could run under (RFC 6266, with RFC 5987 for names beyond ASCII).
    /// </summary>
    public string Disposition
    {
        get
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(Name);
            return disposition.ToString();
        }
    }
}

using System.Text;

namespace FasterMoney.Web.Answers;

/// <summary>Answers that belong to no business: the same bytes each time, so that they tell nothing.</summary>
public static class PortalNotices
{
    public static readonly byte[] NotFound = Document(
        "Page not found",
        "There is nothing at this address. Please check that the whole link was copied, or ask the business that sent it to you.");

    public static readonly byte[] TooManyMisses = Document(
        "Please wait a moment",
        "Many addresses that do not exist were asked for from your network. Please try again in a minute.");

    public static readonly byte[] Failed = Document(
        "This page cannot be shown right now",
        "Nothing is wrong with your link. Please try again in a few minutes.");

    public static readonly byte[] UnreadableForm = Document(
        "This form cannot be read",
        "What was sent is damaged or too large. Nothing was done. Open the page again and send the form once more.");

    private static byte[] Document(string heading, string sentence) => Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow, noarchive">
        <title>{heading}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{PortalStyles.Path}">
        </head>
        <body>
        <main class="sheet short">
        <h1>{heading}</h1>
        <p>{sentence}</p>
        </main>
        </body>
        </html>

        """);
}

using System.Diagnostics;

namespace FasterMoney.Web.Host;

/// <summary>What a person sees when the application failed: an apology and a number to quote, in every environment.</summary>
public static class ErrorAnswer
{
    public static void Handle(IApplicationBuilder errors) => errors.Run(async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Something went wrong</title></head>
            <body>
            <main>
            <h1>Something went wrong</h1>
            <p>Please try again. If it happens again, tell the people who run this server the number <code>{Number(context)}</code>.</p>
            </main>
            </body>
            </html>
            """);
    });

    // The trace id is what the log lines of this request carry.
    private static string Number(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier.Replace(':', '-');
}

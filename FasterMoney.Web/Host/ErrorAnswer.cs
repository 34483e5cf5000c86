using System.Diagnostics;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace FasterMoney.Web.Host;

/// <summary>What a person sees when the application failed: an apology and a number to quote, in every environment.</summary>
public static class ErrorAnswer
{
    public static void Handle(IApplicationBuilder errors) => errors.Run(async context =>
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>() is { Error: var error } ? DatabaseFaults.SentenceOf(error, keepsInput: false) : null;
        if (fault is not null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>{Title(fault)}</title></head>
            <body>
            <main>
            <h1>{Title(fault)}</h1>
            <p>{fault ?? "Please try again."} If it happens again, tell the people who run this server the number <code>{Number(context)}</code>.</p>
            </main>
            </body>
            </html>
            """);
    });

    private static string Title(string? fault) => fault is null ? "Something went wrong" : "Not right now";

    // The trace id is what the log lines of this request carry.
    private static string Number(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier.Replace(':', '-');
}

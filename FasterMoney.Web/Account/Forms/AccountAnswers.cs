using FasterMoney.Web.Answers;
using FasterMoney.Web.Telemetry;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FasterMoney.Web.Account.Forms;

/// <summary>How the account's endpoints answer: documents rendered on the server, and forms that prove they came from us.</summary>
internal static class AccountAnswers
{
    private const string ContentSecurity =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static RazorComponentResult<TPage> Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult<NoticePage> Notice(string title, int status, string? link, string? linkText, params string[] sentences) =>
        Page<NoticePage>(new { Title = title, Sentences = (IReadOnlyList<string>)sentences, Link = link, LinkText = linkText }, status);

    /// <summary>422 for a form that came back with something wrong, 200 otherwise.</summary>
    public static int StatusOf(TypedForm form) => form.IsGood ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    /// <summary>Pages with secrets in form or address: kept nowhere, framed nowhere, and no address is passed on.</summary>
    public static RouteGroupBuilder WithAccountHeaders(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter((invocation, next) =>
        {
            var headers = invocation.HttpContext.Response.Headers;
            // In the very words of the antiforgery service, which otherwise warns that it overrides them.
            headers.CacheControl = "no-cache, no-store";
            headers.ContentSecurityPolicy = ContentSecurity;
            headers["Referrer-Policy"] = "no-referrer";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(invocation);
        });
        return group;
    }

    /// <summary>What any address answers that is not there.</summary>
    public static IResult NotFound() => new NothingHere();

    public static Task<bool> IsFromOwnFormAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    /// <summary>A post needs the antiforgery token of its own form.</summary>
    public static RouteHandlerBuilder FromOwnForm(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (await IsFromOwnFormAsync(context))
            return await next(invocation);

        return Notice("This page is out of date", StatusCodes.Status400BadRequest, SecretAddress.PathOf(context), "Open the page again",
            "Something changed since the page was opened, for example you signed in or out in another tab. Nothing was done.");
    });

    private sealed class NothingHere : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // Without the account's headers: they would tell this address from one that is not there.
            httpContext.Response.Clear();
            return PublicAnswers.NothingAsync(httpContext);
        }
    }
}

using FasterMoney.Web.Data;
using FasterMoney.Web.Telemetry;
using Microsoft.Extensions.Primitives;

namespace FasterMoney.Web.Account.Forms;

/// <summary>What the account's pages answer while the database is busy, full or away: the form again with what was typed, or one sentence.</summary>
internal static class FaultAnswers
{
    private const string SecondsToWait = "5";

    /// <summary>A form that comes back as it was sent, without its passwords, when nothing of it could be saved.</summary>
    /// <param name="endpoint">Where the form goes.</param>
    /// <param name="again">Its page, with a form and a status.</param>
    public static RouteHandlerBuilder KeepsWhatWasTyped(this RouteHandlerBuilder endpoint, Func<HttpContext, TypedForm, int, Task<IResult>> again) =>
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var cookies = context.Response.Headers.SetCookie;
            try
            {
                return await next(invocation);
            }
            catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
            {
                Begin(context, cookies);
                var form = await TypedForm.ReadAsync(context);
                form.Refusal = sentence;
                return await again(context, form, StatusCodes.Status503ServiceUnavailable);
            }
        });

    /// <summary>Every page of the group says what is the matter with the database.</summary>
    public static RouteGroupBuilder WithFaultsInWords(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var cookies = context.Response.Headers.SetCookie;
            try
            {
                return await next(invocation);
            }
            catch (Exception fault) when (DatabaseFaults.SentenceOf(fault, keepsInput: false) is { } sentence)
            {
                Begin(context, cookies);
                return AccountAnswers.Notice("Not right now", StatusCodes.Status503ServiceUnavailable, SecretAddress.PathOf(context), "Try again", sentence);
            }
        });
        return group;
    }

    // Cookies say that something was done; it was not.
    private static void Begin(HttpContext context, StringValues cookies)
    {
        context.Response.Headers.SetCookie = cookies;
        context.Response.Headers.RetryAfter = SecondsToWait;
    }
}

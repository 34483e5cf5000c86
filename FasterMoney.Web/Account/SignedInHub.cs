using FasterMoney.Web.Access;

namespace FasterMoney.Web.Account;

/// <summary>Opens the interactive hub to people who are signed in alone: each circuit costs memory, and nobody else has a page that needs one.</summary>
internal sealed class SignedInHub(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || context.User.PersonId() is not null)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

using System.Net;
using FasterMoney.Web.Account.Forms;

namespace FasterMoney.Web.Account;

/// <summary>In Production nobody types a password into a page that travels in the clear: only over https, or on this machine.</summary>
internal static class PlainSignIn
{
    private const string WhatToSet =
        "Signing in is off at this address, because nothing protects it on the way: let the server listen on https, or set Proxy__KnownProxies to the address of the proxy that does.";

    /// <summary>Refuses the group's pages over plain http from elsewhere than this machine, with one sentence that says what to set.</summary>
    public static RouteGroupBuilder RefusedInTheClear(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter((invocation, next) => IsInTheClear(invocation.HttpContext)
            ? ValueTask.FromResult<object?>(AccountAnswers.Notice("Not over http", StatusCodes.Status403Forbidden, null, null, WhatToSet))
            : next(invocation));
        return group;
    }

    private static bool IsInTheClear(HttpContext context) =>
        !context.Request.IsHttps
        && context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsProduction()
        && context.Connection.RemoteIpAddress is { } address
        && !IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}

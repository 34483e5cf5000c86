using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>Sends people to sign in by a path: the framework would write an absolute address with whatever host the request named.</summary>
internal static class LocalRedirects
{
    public static IServiceCollection AddLocalRedirects(this IServiceCollection services) =>
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Events.OnRedirectToLogin = Locally(options.Events.OnRedirectToLogin);
            options.Events.OnRedirectToAccessDenied = Locally(options.Events.OnRedirectToAccessDenied);
            options.Events.OnRedirectToLogout = Locally(options.Events.OnRedirectToLogout);
            options.Events.OnRedirectToReturnUrl = Locally(options.Events.OnRedirectToReturnUrl);
        });

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Locally(Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => context =>
    {
        if (Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            context.RedirectUri = address.PathAndQuery;
        return redirect(context);
    };
}

using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Devices;
using FasterMoney.Web.Account.FirstRun;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.Invitations;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Account.Recovering;
using FasterMoney.Web.Account.SecondStep;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account;

public static class AccountSetup
{
    /// <summary>How long a sign-in lasts without being used.</summary>
    public static readonly TimeSpan SignInLifetime = TimeSpan.FromDays(14);

    // Who is signed in at all. Everything beyond the account's own pages needs the second step too, where a business asks for it.
    private const string OwnAccount = "own account";

    public static IServiceCollection AddAccount(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(asked => !asked.User.IsSecondStepDue()).Build())
            .AddPolicy(OwnAccount, policy => policy.RequireAuthenticatedUser());
        // Nobody signs in through another provider, or skips the second step on a device: those cookies of the framework are left out.
        var cookies = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        cookies.AddApplicationCookie();
        cookies.AddTwoFactorUserIdCookie();
        // It holds nothing, and what lives as long as the application asks it too.
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddIdentityCore<Person>(Configure).AddSignInManager().AddUserStore<PersonStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();
        services.AddScoped<ISecurityStampValidator, PersonStampValidator>();
        services.AddScoped<AuthenticationStateProvider, LivePerson>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = PersonAccess.Interval;
            options.OnRefreshingPrincipal = refreshing =>
            {
                SignInClaims.Keep(refreshing.CurrentPrincipal, refreshing.NewPrincipal!);
                return Task.CompletedTask;
            };
        });

        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = AccountCookies.SignIn;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SignInLifetime;
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/account/access-denied";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnSigningOut = leaving =>
            {
                // What was typed and not saved is kept there, and ends with the sign-in. Nobody could read it any more.
                leaving.HttpContext.Response.Headers["Clear-Site-Data"] = "\"storage\"";
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.Redirect(denied.HttpContext.User.IsSecondStepDue() ? "/account/second-step" : denied.RedirectUri);
                return Task.CompletedTask;
            };
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = AccountCookies.Steps;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<SignInStore>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SignInStore>((options, store) => options.SessionStore = store);
        services.AddLocalRedirects();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = AccountCookies.Form;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddSingleton<PasskeyAvailability>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PasskeyAvailability>((options, passkeys) =>
        {
            options.ServerDomain = passkeys.Domain;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = origin => ValueTask.FromResult(
                passkeys.IsOwnOrigin(origin.Origin, origin.CrossOrigin, origin.HttpContext.Request));
        });

        services.AddSingleton<SignInTries>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<Confirmation>();
        services.AddScoped<PersonAccess>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SigningIn>();
        services.AddScoped<ConfirmView>();
        services.AddScoped<StepCodes>();
        services.AddScoped<StepView>();
        services.AddScoped<LoginView>();
        services.AddScoped<PasskeyView>();
        services.AddSingleton<OwnAddress>();
        services.AddScoped<NewPassword>();
        services.AddSingleton<AskedLetters>();
        services.AddHostedService<RecoveryMail>();
        services.AddScoped<InvitationCommands>();
        services.AddScoped<FirstBusiness>();
        services.AddSingleton<SetupGate>();
        services.AddHostedService<SetupAnnouncement>();
        return services;
    }

    /// <summary>Who is asking, and what stands before the interactive hub. Comes after the proxy's headers are read.</summary>
    public static WebApplication UseAccount(this WebApplication app)
    {
        app.UseMiddleware<HubOrigin>();
        app.UseAuthentication();
        app.UseMiddleware<SignedInHub>();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapAccount(this WebApplication app)
    {
        var account = app.MapGroup("/account").RequireAuthorization(OwnAccount).WithAccountHeaders().RefusedInTheClear();
        account.MapLogin();
        account.MapOwnAccount();
        account.MapConfirmation();
        account.MapCode();
        account.MapSecondStep();
        account.MapSignIns();
        account.MapPasskeys();
        account.MapInvitations();
        account.MapRecovery();
        app.MapGroup("/setup").AllowAnonymous().WithAccountHeaders().RefusedInTheClear().MapSetup();
        return app;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // The name is the e-mail address, which has its own check and may hold more than letters.
        options.User.AllowedUserNameCharacters = "";
        // A lock that anybody can pull who knows an e-mail address: TryRule slows strangers down instead.
        options.Lockout.AllowedForNewUsers = false;
        options.Password.RequiredLength = PasswordRule.Least;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}

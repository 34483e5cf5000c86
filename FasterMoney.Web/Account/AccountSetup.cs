using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Devices;
using FasterMoney.Web.Account.FirstRun;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.Invitations;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account;

public static class AccountSetup
{
    /// <summary>How long a sign-in lasts without being used.</summary>
    public static readonly TimeSpan SignInLifetime = TimeSpan.FromDays(14);

    public static IServiceCollection AddAccount(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(Configure).AddSignInManager().AddEntityFrameworkStores<FasterMoneyDb>();
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
            options.Cookie.Name = "fastermoney";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = SignInLifetime;
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/account/access-denied";
            options.ReturnUrlParameter = "returnUrl";
        });
        services.AddSingleton<SignInStore>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SignInStore>((options, store) => options.SessionStore = store);
        services.AddLocalRedirects();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "fastermoney.form";
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
        services.AddScoped<LoginView>();
        services.AddScoped<PasskeyView>();
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
        var account = app.MapGroup("/account").RequireAuthorization().WithAccountHeaders();
        account.MapLogin();
        account.MapOwnAccount();
        account.MapConfirmation();
        account.MapSignIns();
        account.MapPasskeys();
        account.MapInvitations();
        app.MapGroup("/setup").AllowAnonymous().WithAccountHeaders().MapSetup();
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

using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class PasskeyJourneyTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task A_passkey_is_added_after_the_password_confirms_like_it_and_counts_as_both_steps()
    {
        var business = await App.OpenBusinessAsync();
        // Passkeys are bound to a name, and without a setting only to this one.
        var home = new UriBuilder(App.Address) { Host = "localhost" }.Uri.ToString().TrimEnd('/');
        var page = await (await OpenWindowAsync()).NewPageAsync();
        await PutAuthenticatorAsync(page);
        await page.GotoAsync($"{home}/account/login?returnUrl=/account/passkeys");
        await page.GetByLabel("E-mail").FillAsync(await business.EmailOfAsync(SiteRole.Owner));
        await page.GetByLabel("Password").FillAsync(Cast.Password);
        await Button(page, "Sign in").ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByLabel("Password").FillAsync(Cast.Password);
        await Button(page, "Confirm").ClickAsync();
        await page.GetByLabel("Name of the new passkey").FillAsync("Laptop");
        await Button(page, "Add a passkey").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The passkey is added. Use it the next time you sign in.");
        await page.GotoAsync($"{home}/account/confirm?returnUrl=/account/sign-ins");
        await Button(page, "Confirm with a passkey").ClickAsync();
        await page.WaitForURLAsync($"{home}/account/sign-ins");

        await business.Services.GetRequiredService<PeopleCommands>().RequireSecondStepAsync(business.Person(SiteRole.Owner), true);
        await page.GotoAsync($"{home}/money");
        await page.WaitForURLAsync($"{home}/account/second-step");
        await page.GotoAsync($"{home}/account/logout");
        await Button(page, "Sign out").ClickAsync();
        await Button(page, "Sign in with a passkey").ClickAsync();
        await page.WaitForURLAsync($"{home}/money");
        await Expect(Table(page)).ToBeVisibleAsync();
    }

    private static async Task PutAuthenticatorAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

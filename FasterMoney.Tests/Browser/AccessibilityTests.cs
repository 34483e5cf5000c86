using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.FirstRun;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>axe on every page, on a desk and a phone, in light and dark.</summary>
[Collection(LookingTests.Name)]
public sealed class AccessibilityTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    // MudBlazor draws its colours anew from the server; account and portal pages have none of it.
    private const string MudBlazorFollows =
        """
        mode => !document.querySelector("script[src*='blazor.web']")
            || getComputedStyle(document.documentElement).getPropertyValue("--mud-native-html-color-scheme").trim() === mode
        """;

    private readonly List<string> _found = [];

    [BrowserFact]
    public async Task Everybody_can_use_the_workspace()
    {
        var business = await App.OpenBusinessAsync();
        var sent = await business.SentAsync();
        var draft = await business.DraftAsync();
        var page = await SignInAsync(business, role: SiteRole.Owner, configure: ForAxe);

        await Expect(Table(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^INV-") })).ToBeVisibleAsync();
        await CheckAsync(page, "the list");
        await page.GotoAsync(DrawerOf(sent));
        await Button(page, "Show QR code").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("^QR code") })).ToBeVisibleAsync();
        await CheckAsync(page, "the drawer of a sent invoice");
        await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = "Ask Faster AI" }).ClickAsync();
        await Button(page, "Explain this balance to me").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Nothing was paid or corrected so far.");
        await CheckAsync(page, "a conversation with the assistant");
        await Button(page, "Close Faster AI").ClickAsync();
        await Button(page, "Replace link").ClickAsync();
        await Expect(Button(page, "Replace now")).ToBeVisibleAsync();
        await CheckAsync(page, "the question before a link is replaced");
        await Button(page, "Keep the link").ClickAsync();
        await Button(page, "More acts").ClickAsync();
        await Expect(MenuItem(page, "Void invoice")).ToBeVisibleAsync();
        await CheckAsync(page, "the menu of acts");
        await page.Keyboard.PressAsync("Escape");
        await ClickActAsync(page, "Void invoice");
        await Expect(Dialog(page).GetByLabel("Reason")).ToBeVisibleAsync();
        await CheckAsync(page, "the question for a reason");

        await page.GotoAsync(DrawerOf(draft));
        await Link(page).GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();
        await Expect(Dialog(page).GetByLabel("In person")).ToBeVisibleAsync();
        await CheckAsync(page, "the review before sending, above the drawer of a draft");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Not yet" }).ClickAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await CheckAsync(page, "the drawer of a draft");
    }

    [BrowserFact]
    public async Task Everybody_can_use_the_messages()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var adam = business.Person(SiteRole.Admin);
        var page = await SignInAsync(business, "/messages", configure: ForAxe);
        await Expect(page.GetByText("No messages yet")).ToBeVisibleAsync();
        await CheckAsync(page, "no messages");
        await page.GotoAsync($"/messages/new?invoice={invoice}");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("nobody");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("INTERNAL NOTE {{balance_due}}");
        await Button(page, "Save and review").ClickAsync();
        await Expect(page.GetByText("Nothing was saved yet.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Findings" }).GetByRole(AriaRole.Listitem)).Not.ToHaveCountAsync(0);
        await CheckAsync(page, "a message that cannot be saved");
        var blocked = await business.Messages.DraftAsync(adam, invoice, MessageTemplate.Blank, Cast.Message("INTERNAL NOTE", "bruno@garage.example"), byAssistant: true);
        await page.GotoAsync($"/messages?message={blocked}");
        await Expect(Button(page, "Approve")).ToBeDisabledAsync();
        await CheckAsync(page, "a message that cannot be approved");
        var clean = await business.Messages.DraftAsync(adam, invoice, MessageTemplate.InvoiceSent);
        await page.GotoAsync($"/messages?message={clean}");
        await Button(page, "Approve").ClickAsync();
        await Expect(Button(page, "Copy message")).ToBeEnabledAsync();
        await CheckAsync(page, "an approved message");
        await using var server = SmtpServer.Start();
        server.At(SmtpStep.AfterDot, SmtpFault.Drop);
        await business.TurnMailOnAsync(server);
        await page.ReloadAsync();
        await Button(page, "Send message").ClickAsync();
        await Expect(Button(page, "It arrived: mark as sent")).ToBeVisibleAsync();
        await CheckAsync(page, "a message that is stuck");
        await page.GotoAsync("/messages");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Outbox" })).ToContainTextAsync("1 stuck");
        await CheckAsync(page, "the outbox's health");
    }

    [BrowserFact]
    public async Task Everybody_can_use_the_follow_ups()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var adam = business.Person(SiteRole.Admin);
        var today = await business.TodayAsync();
        var page = await SignInAsync(business, "/follow-ups", configure: ForAxe);
        await Expect(page.GetByText("Nothing waits for you")).ToBeVisibleAsync();
        await CheckAsync(page, "no follow-ups");
        var mine = await business.FollowUps.CreateAsync(adam, invoice, new("Ring Ada", today, adam.UserId, "INTERNAL NOTE"));
        await business.FollowUps.ProposeAsync(adam, invoice, new("Suggested call", today, adam.UserId));
        await page.GotoAsync($"/follow-ups?followup={mine}");
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        await Button(page, "Mark as done").ClickAsync();
        await Expect(Button(page, "Undo")).ToBeVisibleAsync();
        await CheckAsync(page, "a follow-up that was just done");
        await page.GotoAsync("/follow-ups?tab=proposed");
        await Expect(Button(page, "Dismiss “Suggested call”")).ToBeVisibleAsync();
        await CheckAsync(page, "a suggestion");
        await Button(page, "Confirm “Suggested call”").ClickAsync();
        await Dialog(page).GetByLabel("What is to be done").FillAsync("");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Confirm follow-up" }).ClickAsync();
        await Expect(Dialog(page).GetByText("Say what is to be done.")).ToBeVisibleAsync();
        await CheckAsync(page, "a suggestion with a mistake");
    }

    [BrowserFact]
    public async Task Everybody_can_check_before_they_paste()
    {
        var business = await App.OpenBusinessAsync();
        var url = await business.UrlAsync(await business.SentAsync());
        var page = await SignInAsync(business, "/check", SiteRole.Viewer, ForAxe);
        var box = page.GetByLabel("Text to check");
        await Expect(box).ToBeEnabledAsync();
        await CheckAsync(page, "the empty check");
        await Button(page, "Check").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, "a check of nothing");
        await box.FillAsync($"{url} {new string('A', 43)} http://localhost:1/ [NAME]");
        await Button(page, "Check").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Findings" })).ToBeVisibleAsync();
        await CheckAsync(page, "what a check found");
    }

    [BrowserFact]
    public async Task Everybody_can_use_the_forms_and_the_settings()
    {
        var business = await App.OpenBusinessAsync();
        var draft = await business.DraftAsync();
        var page = await SignInAsync(business, $"/invoices/{draft}/edit", SiteRole.Owner, ForAxe);

        await page.GetByLabel("Description, line 1").FillAsync("");
        await Button(page, "Save draft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, "the editor with a mistake");
        await page.GetByLabel("Description, line 1").FillAsync("Mine");
        await business.Invoices.EditDraftAsync(
            business.Person(SiteRole.Admin), draft, 1, business.Ada, LiveBusiness.Content() with { Lines = [Cast.Line(200_00)] });
        await Button(page, "Save draft").ClickAsync();
        await Expect(Button(page, "Save what is chosen")).ToBeVisibleAsync();
        await CheckAsync(page, "the choice between two people's changes");
        await Button(page, "Keep mine").ClickAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync("/invoices/new");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Customer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Ada's Bakery" })).ToBeVisibleAsync();
        await CheckAsync(page, "a new invoice with the customers listed");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Add customer") }).ClickAsync();
        await Expect(Dialog(page).GetByLabel("Name", new() { Exact = true })).ToBeVisibleAsync();
        await CheckAsync(page, "the dialog that adds a customer");
        await page.GotoAsync("/customers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada's Bakery", Exact = true }).WaitForAsync();
        await CheckAsync(page, "the customers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ada's Bakery", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Ada's Bakery");
        await CheckAsync(page, "a customer");
        var viewer = await SignInAsync(business, "/settings/site", SiteRole.Viewer, ForAxe);
        await Expect(viewer.GetByText("Only owners change these settings.")).ToBeVisibleAsync();
        await CheckAsync(viewer, "settings that may only be read");
        foreach (var (path, settled) in new[] { ("site", "Save changes"), ("portal", "Check route"), ("people", "Make invitation link"), ("mail", "Save settings") })
        {
            await page.GotoAsync($"/settings/{path}");
            await Expect(Button(page, settled)).ToBeVisibleAsync();
            await CheckAsync(page, $"the settings of the {path}");
        }
    }

    [BrowserFact]
    public async Task Everybody_can_use_the_help()
    {
        var business = await App.OpenBusinessAsync();
        var draft = await business.DraftAsync();
        var page = await SignInAsync(business, "/help", SiteRole.Owner, ForAxe);
        await CheckAsync(page, "the guides");
        await page.GotoAsync("/help?q=link+expired");
        await CheckAsync(page, "what a search of the guides found");
        await page.GotoAsync("/help/portal-links#link-expired");
        await CheckAsync(page, "a guide");
        await Button(page, "No").ClickAsync();
        await page.GetByLabel("It is out of date").CheckAsync();
        await Button(page, "Save reason").ClickAsync();
        await CheckAsync(page, "a guide that did not help");
        await page.GotoAsync(DrawerOf(draft));
        await Link(page).GetByRole(AriaRole.Link, new() { Name = "Why?" }).ClickAsync();
        await Expect(page.Locator("[data-help-panel]")).ToBeVisibleAsync();
        await CheckAsync(page, "a guide beside the drawer");
        await page.GotoAsync("/help?q=yachts");
        await CheckAsync(page, "a search that found nothing");
        await page.GotoAsync("/settings/help");
        await Expect(page.GetByText("yachts")).ToBeVisibleAsync();
        await CheckAsync(page, "the settings of the help");
        await page.GotoAsync(new Uri(new Uri(await business.UrlAsync(await business.SentAsync())), "about").ToString());
        await CheckAsync(page, "the page by which customers tell a genuine one");
    }

    [BrowserFact]
    public async Task Everybody_can_sign_in_and_keep_an_account()
    {
        var business = await App.OpenBusinessAsync();
        var stranger = await (await OpenWindowAsync(ForAxe)).NewPageAsync();
        await stranger.GotoAsync("/account/login");
        await CheckAsync(stranger, "the sign-in page");
        await stranger.GetByLabel("E-mail").FillAsync("nobody@northwind.example");
        await stranger.GetByLabel("Password").FillAsync("wrong");
        await Button(stranger, "Sign in").ClickAsync();
        await stranger.GetByRole(AriaRole.Alert).First.WaitForAsync();
        await CheckAsync(stranger, "the sign-in page after a mistake");

        var page = await SignInAsync(business, "/account/password", configure: ForAxe);
        await CheckAsync(page, "the change of a password");
        await page.GotoAsync("/account/passkeys");
        await CheckAsync(page, "the passkeys");
        foreach (var (address, name) in new[] { ("/account/sign-ins", "where somebody is signed in"), ("/account/confirm", "the question for the password"), ("/account/second-step", "the second step"), ("/account/forgot", "the forgotten password") })
        {
            await page.GotoAsync(address);
            await CheckAsync(page, name);
        }

        await page.GotoAsync("/account/logout");
        await CheckAsync(page, "the sign-out page");
        await page.GotoAsync("/nowhere");
        await CheckAsync(page, "an address that is not there");
    }

    [BrowserFact]
    public async Task Everybody_can_set_up_a_business_and_accept_an_invitation()
    {
        await using var empty = new FasterMoneyApp();
        var address = empty.StartKestrel();
        var page = await (await OpenWindowAsync(ForAxe)).NewPageAsync();
        await page.GotoAsync(new Uri(address, $"/setup?code={empty.Services.GetRequiredService<SetupGate>().Open()}").ToString());
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await CheckAsync(page, "the set-up");

        var business = await App.OpenBusinessAsync();
        await page.GotoAsync(await business.InviteAsync());
        await page.GetByLabel("Password").First.WaitForAsync();
        await CheckAsync(page, "an invitation");
    }

    private static void ForAxe(BrowserNewContextOptions options) => options.BypassCSP = true;

    private async Task CheckAsync(IPage page, string what)
    {
        // Dark first: pages start light, so that each wait is for a change that has been seen through. It goes to the server and back
        // again, hence twice and not four times.
        (int Width, int Height) desk = (1440, 900), phone = (390, 844);
        foreach (var (mode, size) in new[] { (ColorScheme.Dark, desk), (ColorScheme.Dark, phone), (ColorScheme.Light, phone), (ColorScheme.Light, desk) })
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
            await page.WaitForFunctionAsync(MudBlazorFollows, mode == ColorScheme.Dark ? "dark" : "light");
            foreach (var finding in (await page.AskAxeAsync(mode)).Where(finding => finding.Impact is "serious" or "critical"))
                _found.Add($"{what}, {size.Width} pixels wide, {mode}: {finding.Id} in {string.Join(" and ", finding.Elements)}");
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _found.Should().BeEmpty("everybody can use every page");
    }
}

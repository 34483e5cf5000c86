using Bunit;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Chat;
using FasterMoney.Web.Admin.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

public sealed class ChatPanelTests : BunitContext, IAsyncLifetime
{
    private readonly ModelUnderHand _model = new();
    private Stage _stage = null!;
    private bool _isBuiltIn;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        Services.AddSingleton(_ => _stage.Talks(_isBuiltIn ? null : _model));
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _stage.DisposeAsync();
    }

    [Fact]
    public void An_answer_appears_piece_by_piece_as_text()
    {
        var panel = Open();
        Ask(panel, "What is due?");

        panel.WaitForAssertion(() => panel.HasButton("Stop").Should().BeTrue());
        panel.Find("[role=log]").GetAttribute("aria-label").Should().Be("Conversation");
        panel.Find("[role=log]").GetAttribute("aria-busy").Should().Be("true");
        _model.Say("It is <b>");
        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("You asked: What is due?").And.Contain("It is "));
        _model.Say("much</b>. ");
        _model.End();
        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("It is <b>much</b>."));
        panel.FindAll("[role=log] b").Should().BeEmpty();
        panel.WaitForAssertion(() => panel.HasButton("Ask").Should().BeTrue());
        panel.Find("[role=log]").GetAttribute("aria-busy").Should().Be("false");
    }

    [Fact]
    public void Stop_stops_and_keeps_what_came()
    {
        var panel = Open();
        Ask(panel, "What is due?");
        _model.Say("So far ");
        panel.WaitForAssertion(() => panel.Markup.Should().Contain("So far "));

        panel.Button("Stop").Click();

        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("So far ").And.Contain("Stopped."));
        panel.HasButton("Try again").Should().BeTrue();
    }

    [Fact]
    public void A_failure_is_said_and_can_be_tried_again()
    {
        var panel = Open();
        Ask(panel, "What is due?");
        _model.Say("Half ");
        _model.End(new HttpRequestException("key-1"));
        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("Half ").And.Contain("The connection to the assistant's server failed.").And.NotContain("key-1"));

        // The answer's last render brings the button to ask anew; a click before it could meet a button that is being replaced.
        panel.WaitForAssertion(() => panel.HasButton("Ask").Should().BeTrue());
        panel.Button("Try again").Click();
        _model.Say("Whole. ");
        _model.End();

        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("Whole."));
    }

    [Fact]
    public async Task What_tools_did_is_shown_with_the_way_to_the_draft()
    {
        var invoice = await _stage.SentAsync(_stage.Northwind);
        _isBuiltIn = true;
        var panel = Open(invoice);

        Ask(panel, "Draft a message with the portal link");

        panel.WaitForAssertion(() => panel.Find("[role=log]").TextContent.Should().Contain("Wrote a draft to review about INV-0001"), TimeSpan.FromSeconds(10));
        panel.Link("Review the draft").GetAttribute("href").Should().StartWith("/messages?message=");
        panel.Markup.Should().Contain("Built-in assistant, works offline");
    }

    [Fact]
    public void A_suggestion_asks_and_a_new_conversation_forgets()
    {
        var panel = Open();
        panel.Button("Which sent invoices have an unavailable link?").Click();
        _model.Say("None. ");
        _model.End();
        panel.WaitForAssertion(() => (panel.HasButton("Ask"), panel.Markup.Contains("None.", StringComparison.Ordinal)).Should().Be((true, true)));

        panel.Button("New conversation").Click();

        panel.WaitForAssertion(() => panel.HasButton("Which sent invoices have an unavailable link?").Should().BeTrue());
        panel.Markup.Should().NotContain("None.");
    }

    private IRenderedComponent<ChatPanel> Open(Guid? invoice = null)
    {
        var admin = _stage.Northwind.Admin;
        var place = new CurrentSite(admin.UserId, "Adam Admin", admin.SiteId, "Northwind", SiteRole.Admin, "en-US", "America/New_York", []);
        return Render<ChatPanel>(parameters => parameters.AddCascadingValue(place).Add(panel => panel.InvoiceId, invoice).Add(panel => panel.About, "Northwind"));
    }

    private static void Ask(IRenderedComponent<ChatPanel> panel, string question)
    {
        panel.Find("textarea").Input(question);
        panel.Button("Ask").Click();
    }
}

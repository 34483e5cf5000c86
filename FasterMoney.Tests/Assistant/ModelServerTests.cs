using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Outbound;
using FasterMoney.Web.Assistant.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace FasterMoney.Tests.Assistant;

/// <summary>With a server that speaks the OpenAI protocol, over a real socket, and with every way in which one can fail.</summary>
public sealed class ModelServerTests : IAsyncLifetime
{
    private static readonly AssistantLimits Impatient = new() { Silence = TimeSpan.FromSeconds(2), Whole = TimeSpan.FromSeconds(10) };

    private Stage _stage = null!;
    private ModelServer _server = null!;
    private Guid _invoice;

    public async Task InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        _server = await ModelServer.StartAsync();
        _invoice = await _stage.SentAsync(_stage.Northwind);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _stage.DisposeAsync();
    }

    [Fact]
    public async Task A_model_looks_up_writes_a_draft_and_answers_in_pieces()
    {
        _server.Then(ModelServer.Call(ToolNames.InvoiceFacts, """{"invoice":"this"}"""))
            .Then(ModelServer.Call(ToolNames.CreateMessageDraft, """{"invoice":"this","template":"InvoiceSent","subject":"Invoice {{invoice_number}}","body":"Dear {{customer_name}},\nyour invoice: {{portal_link}}"}"""))
            .Then(ModelServer.Say("I wrote ", "a draft ", "for you."));

        var heard = await AskAsync("Draft a message");

        heard.Text.Should().Be("I wrote a draft for you.");
        heard.Parts.OfType<AnswerText>().Should().HaveCountGreaterThan(1);
        heard.Runs.Should().HaveCount(2);
        heard.End.Outcome.Should().Be(AnswerOutcome.Complete);
        _server.Key.Should().Be("Bearer secret-key");
        var draft = await _stage.ReadAsync(db => db.Messages.SingleAsync());
        draft.Should().BeEquivalentTo(new { State = MessageState.ToReview, ByAssistant = true, Body = "Dear {{customer_name}},\nyour invoice: {{portal_link}}" });
        draft.Recipients.Should().Equal("ada@bakery.example");
    }

    [Theory]
    [InlineData(401, "*refused the key*")]
    [InlineData(404, "*does not know the model*")]
    [InlineData(429, "*busy*")]
    [InlineData(500, "*failed with status 500*")]
    [InlineData(302, "*redirect*")]
    public async Task A_server_that_refuses_is_said_to_without_its_own_words(int status, string says)
    {
        _server.Then(ModelServer.Fail(status));

        var heard = await AskAsync("Explain this balance");

        heard.End.Should().Match<AnswerEnd>(end => end.Outcome == AnswerOutcome.Failed);
        heard.End.Sentence.Should().Match(says).And.NotContain("secret-key");
        heard.Text.Should().BeEmpty();
        _server.Bodies.Should().HaveCount(1, "the person tries again, not the machine");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so()
    {
        await _server.DisposeAsync();

        (await AskAsync("Explain this balance")).End.Should().Be(new AnswerEnd(AnswerOutcome.Failed, "The connection to the assistant's server failed."));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_goes_away_in_the_middle_leaves_what_came_marked_as_cut_off(bool cut)
    {
        _server.Then(ModelServer.GoAway("The balance is ", cut));

        var heard = await AskAsync("Explain this balance");

        // A connection that is cut may take with it what was on its way.
        heard.Text.Should().BeOneOf(cut ? ["", "The balance is "] : ["The balance is "]);
        heard.End.Outcome.Should().Be(heard.Text.Length > 0 ? AnswerOutcome.CutOff : AnswerOutcome.Failed);
        heard.End.Sentence.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Half an ")]
    public async Task A_server_that_hangs_is_given_up(string piece)
    {
        _server.Then(_server.Hang(piece));

        var heard = await AskAsync("Explain this balance", Impatient);

        heard.Text.Should().Be(piece);
        heard.End.Should().Be(new AnswerEnd(piece.Length == 0 ? AnswerOutcome.Failed : AnswerOutcome.CutOff, "The assistant did not answer in time."));
    }

    [Fact]
    public async Task Stop_stops_and_keeps_what_came()
    {
        _server.Then(_server.Hang("So far "));
        using var stop = new CancellationTokenSource();
        _ = _server.Hanging.Task.ContinueWith(_ => stop.CancelAsync(), TaskScheduler.Default);

        var heard = await AskAsync("Explain this balance", cancellationToken: stop.Token);

        heard.End.Should().Be(new AnswerEnd(AnswerOutcome.Stopped, "Stopped."));
    }

    [Fact]
    public async Task A_question_after_a_failure_is_answered()
    {
        _server.Then(ModelServer.Fail(500)).Then(ModelServer.Say("Here."));
        var talk = await TalkAsync();

        (await talk.HearAsync("Explain this balance")).End.Outcome.Should().Be(AnswerOutcome.Failed);
        (await talk.HearAsync("Explain this balance")).Text.Should().Be("Here.");
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("data: {\"choices\":[{\"delta\":\n\n")]
    [InlineData("data: []\n\ndata: [DONE]\n\n")]
    public async Task Rubbish_is_no_answer(string body)
    {
        _server.Then(ModelServer.Rubbish(body));

        (await AskAsync("Explain this balance")).End.Outcome.Should().Be(AnswerOutcome.Failed);
    }

    [Theory]
    [InlineData(ToolNames.InvoiceFacts, "{\"invoice\":", "not valid JSON")]
    [InlineData(ToolNames.InvoiceFacts, "[1,2]", "not valid JSON")]
    [InlineData(ToolNames.InvoiceFacts, "{}", "do not fit this tool")]
    [InlineData(ToolNames.InvoiceFacts, "{\"invoice\":{\"a\":1}}", "do not fit this tool")]
    [InlineData(ToolNames.ProposeFollowUp, "{\"invoice\":\"this\",\"title\":\"x\",\"dueOn\":\"soon\"}", "yyyy-MM-dd")]
    [InlineData("record_payment", "{\"amount\":100}", "not found")]
    [InlineData("void_invoice", "{}", "not found")]
    public async Task What_no_tool_can_do_is_answered_to_the_model_and_changes_nothing(string tool, string arguments, string says)
    {
        _server.Then(ModelServer.Call(tool, arguments)).Then(ModelServer.Say("I could not."));

        var heard = await AskAsync("Do it");

        heard.Text.Should().Be("I could not.");
        _server.Bodies.Last().Should().Contain(says);
        (await _stage.InvoiceAsync(_invoice)).Version.Should().Be(2);
    }

    [Fact]
    public async Task A_loop_of_tools_comes_to_an_end()
    {
        _server.Otherwise = ModelServer.Call(ToolNames.InvoiceFacts, """{"invoice":"this"}""");

        var heard = await AskAsync("Explain this balance");

        heard.End.Should().Be(new AnswerEnd(AnswerOutcome.Failed, "The assistant kept looking things up and came to no answer."));
        _server.Bodies.Should().HaveCount(new AssistantLimits().Steps + 1);
    }

    [Fact]
    public async Task Many_drafts_for_one_question_are_refused()
    {
        _server.Otherwise = ModelServer.Call(ToolNames.CreateMessageDraft, """{"invoice":"this","template":"InvoiceSent"}""");

        await AskAsync("Draft a message");

        (await _stage.ReadAsync(db => db.Messages.CountAsync())).Should().Be(new AssistantLimits().Writes);
    }

    [Fact]
    public async Task A_huge_answer_is_cut_off()
    {
        _server.Then(ModelServer.Say([.. Enumerable.Repeat(new string('x', 100) + " ", 5000)]));

        var heard = await AskAsync("Explain this balance");

        heard.Text.Length.Should().BeLessOrEqualTo(new AssistantLimits().Characters);
        heard.End.Should().Be(new AnswerEnd(AnswerOutcome.CutOff, "The answer was cut off here: it was too long."));
    }

    [Fact]
    public async Task An_address_in_an_answer_is_taken_out_even_when_it_comes_in_pieces()
    {
        var url = (await _stage.UrlAsync(_invoice))!;
        _server.Then(ModelServer.Say("Here: ", url[..12], url[12..30], url[30..], " and <b>bold</b> [x](", "https://evil.example)", " end"));

        var heard = await AskAsync("Show me the link");

        heard.Text.Should().Contain("[address removed]").And.Contain("<b>bold</b>").And.NotContain("evil").And.NotContain(url[^43..]).And.EndWith(" end");
    }

    private async Task<Heard> AskAsync(string question, AssistantLimits? limits = null, CancellationToken cancellationToken = default) =>
        await (await TalkAsync(limits)).HearAsync(question, cancellationToken);

    private Task<Conversation> TalkAsync(AssistantLimits? limits = null) => _stage.TalkAsync(_stage.Northwind.Admin, _invoice, ClientOf(_server, limits), limits);

    internal static IChatClient ClientOf(ModelServer server, AssistantLimits? limits = null) =>
        AnsweringModel.Of(new AssistantSettings(server.Address, "scripted", "secret-key"), limits ?? new AssistantLimits(), new OutboundRules(allowsOwnNetwork: true)).Client;
}

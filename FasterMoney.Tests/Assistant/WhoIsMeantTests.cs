using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Assistant;

/// <summary>A question asked on one customer's invoice that names somebody.</summary>
public sealed class WhoIsMeantTests : IAsyncLifetime
{
    private Stage _stage = null!;
    private Guid _adas;
    private Guid _brunos;

    private TestSite Northwind => _stage.Northwind;

    public async Task InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        _adas = await _stage.SentAsync(Northwind);
        _brunos = await _stage.Invoices.CreateDraftAsync(Northwind.Admin, Northwind.Bruno, Cast.Content("EUR"));
        await _stage.Invoices.SendAsync(Northwind.Admin, _brunos, 1, SentHow.Email);
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Theory]
    [InlineData("When did Bruno's Garage last open their invoice?")]
    [InlineData("how much is still due from Bruno's Garage?")]
    [InlineData("Does Bruno's Garage have a portal link?")]
    [InlineData("explain INV-0002")]
    public async Task Who_is_named_wins_over_the_invoice_at_hand(string question) =>
        (await _stage.AskAsync(Northwind.Admin, question, _adas)).Text.Should().Contain("INV-0002").And.NotContain("INV-0001");

    [Theory]
    [InlineData("Remind me to call Bruno's Garage")]
    [InlineData("Prepare a follow-up about Bruno's Garage for Friday")]
    public async Task A_follow_up_is_proposed_for_who_is_named(string question)
    {
        await _stage.AskAsync(Northwind.Admin, question, _adas);

        (await _stage.ReadAsync(db => db.FollowUps.SingleAsync())).InvoiceId.Should().Be(_brunos);
    }

    [Theory]
    [InlineData("When did Marigold last open it?")]
    [InlineData("Remind me to call Pine Street")]
    public async Task A_name_that_fits_nobody_is_asked_about(string question)
    {
        (await _stage.AskAsync(Northwind.Admin, question, _adas)).Text.Should().StartWith("I found no invoice for").And.NotContain("INV-0001");
        (await _stage.ReadAsync(db => db.FollowUps.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_name_that_fits_several_is_asked_about()
    {
        var more = await _stage.Invoices.CreateDraftAsync(Northwind.Admin, Northwind.Bruno, Cast.Content("EUR"));
        await _stage.Invoices.SendAsync(Northwind.Admin, more, 1, SentHow.Email);

        (await _stage.AskAsync(Northwind.Admin, "Remind me to call Bruno's Garage", _adas)).Text.Should().Contain("INV-0002").And.Contain("INV-0003");
        (await _stage.ReadAsync(db => db.FollowUps.CountAsync())).Should().Be(0);
    }

    [Theory]
    [InlineData("Remind me to call Ada's Bakery")]
    [InlineData("Remind me to call them")]
    public async Task The_customer_at_hand_needs_no_question(string question)
    {
        await _stage.SentAsync(Northwind);

        await _stage.AskAsync(Northwind.Admin, question, _adas);

        (await _stage.ReadAsync(db => db.FollowUps.SingleAsync())).InvoiceId.Should().Be(_adas);
    }
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class MessageCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;
    private Guid _sent;

    private TestSite TestSite => _stage.Northwind;

    public async Task InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        _sent = await _stage.SentAsync(TestSite);
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_draft_starts_from_its_template_to_the_customers_address_in_the_customers_language()
    {
        var english = await MessageAsync(await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.InvoiceSent));
        english.Content.Should().BeEquivalentTo(new { Recipients = new[] { "ada@bakery.example" }, Subject = "Invoice {{invoice_number}} from Northwind" });
        english.Body.Should().StartWith("Dear {{customer_name}},").And.EndWith("Kind regards,\nNorthwind");
        (english.State, english.WrittenBy, english.ByAssistant).Should().Be((MessageState.ToReview, "Adam Admin", false));

        await _stage.Customers.EditAsync(TestSite.Admin, TestSite.Ada, 1, Cast.AdasBakery with { Language = "de-DE", Email = "" });
        var german = await MessageAsync(await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.Overdue));
        (german.Language, german.Recipients.Count).Should().Be(("de-DE", 0));
        german.Body.Should().StartWith("Guten Tag {{customer_name}},");
    }

    [Fact]
    public async Task A_draft_for_an_invoice_that_was_not_sent_is_refused()
    {
        var draft = () => _stage.DraftAsync(TestSite).ContinueWith(id => _stage.Messages.DraftAsync(TestSite.Admin, id.Result, MessageTemplate.Blank)).Unwrap();
        await draft.Should().ThrowAsync<RuleViolation>().WithMessage("This invoice was not sent yet.*");
    }

    [Fact]
    public async Task The_address_of_the_page_is_stored_nowhere()
    {
        var url = (await _stage.UrlAsync(_sent))!;
        var id = await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.Blank, Cast.Message($"See {url}\nor {url}."));
        (await MessageAsync(id)).Body.Should().Be("See {{portal_link}}\nor {{portal_link}}.");
        await ApproveAsync(id);
        await _stage.Messages.NoteCopiedAsync(TestSite.Admin, id);
        var token = url.Split('/')[^1];
        (await RowsAsync()).Should().NotContain(row => row.Contains(token));

        await _stage.Links.ReplaceAsync(TestSite.Admin, _sent);
        var again = () => _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.Blank, Cast.Message($"See {url}"));
        await again.Should().ThrowAsync<RuleViolation>().WithMessage("This holds the address of a customer page.*");
    }

    [Fact]
    public async Task Approved_copied_and_sent_each_is_noted()
    {
        var id = await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.InvoiceSent);
        var version = await ApproveAsync(id);
        (await MessageAsync(id)).Should().BeEquivalentTo(new { State = MessageState.Approved, ApprovedBy = "Olivia Owner", Version = 2L });
        await _stage.Messages.NoteCopiedAsync(TestSite.Admin, id);
        (await _stage.LinkAsync(_sent)).GuaranteedThrough.Should().Be(Cast.Today.AddDays(10), "the link that was handed out is not dead tomorrow");
        (await _stage.Messages.NoteSentAsync(TestSite.Admin, id, version)).Should().Be(3);
        (await MessageAsync(id)).State.Should().Be(MessageState.Sent);
        (await KindsAsync()).TakeLast(5).Should().Equal(
            ActivityKind.MessageDrafted, ActivityKind.MessageApproved, ActivityKind.MessageCopied, ActivityKind.LinkCopied, ActivityKind.MessageSent);
    }

    [Fact]
    public async Task A_payment_after_the_approval_lets_nothing_leave_until_it_is_approved_again()
    {
        var id = await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.InvoiceSent);
        await ApproveAsync(id);
        var old = await DigestAsync(id);
        await _stage.ChangeAsync(_sent, invoice => invoice.Pay(40_00));
        var copy = () => _stage.Messages.NoteCopiedAsync(TestSite.Admin, id);
        await copy.Should().ThrowAsync<RuleViolation>().WithMessage("The balance was USD 100.00 when this was approved and is USD 60.00 now.*");
        var approveOld = () => _stage.Messages.ApproveAsync(TestSite.Owner, id, 2, old);
        await approveOld.Should().ThrowAsync<RuleViolation>().WithMessage("This message or the balance changed since you looked. Read it again.");
        await ApproveAsync(id);
        await _stage.Messages.NoteCopiedAsync(TestSite.Admin, id);
    }

    [Fact]
    public async Task Who_decides_on_an_older_version_is_told()
    {
        var id = await _stage.Messages.DraftAsync(TestSite.Admin, _sent, MessageTemplate.InvoiceSent);
        var digest = await DigestAsync(id);
        (await _stage.Messages.EditAsync(TestSite.Owner, id, 1, MessageTemplate.Blank, Cast.Message())).Should().Be(2);
        Func<Task>[] acts =
        [
            () => _stage.Messages.EditAsync(TestSite.Admin, id, 1, MessageTemplate.Blank, Cast.Message()), () => _stage.Messages.ApproveAsync(TestSite.Admin, id, 1, digest),
            () => _stage.Messages.DiscardAsync(TestSite.Admin, id, 1), () => _stage.Messages.NoteSentAsync(TestSite.Admin, id, 1),
        ];
        foreach (var act in acts)
            await act.Should().ThrowAsync<ChangedByOthers>();
        await _stage.Messages.DiscardAsync(TestSite.Admin, id, 2);
        (await MessageAsync(id)).State.Should().Be(MessageState.Discarded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Edited_by_many_at_once_one_of_them_wins(FasterMoney.Web.Data.DatabaseProvider provider)
    {
        await using var other = await Stage.OnAsync(provider);
        var id = await other.Messages.DraftAsync(other.Northwind.Admin, await other.SentAsync(other.Northwind), MessageTemplate.InvoiceSent);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            try
            {
                await other.Messages.EditAsync(other.Northwind.Admin, id, 1, MessageTemplate.Blank, Cast.Message($"Text {number}"));
                return true;
            }
            catch (ChangedByOthers)
            {
                return false;
            }
        })));
        outcomes.Count(won => won).Should().Be(1);
    }

    private async Task<long> ApproveAsync(Guid id) => await _stage.Messages.ApproveAsync(TestSite.Owner, id, (await MessageAsync(id)).Version, await DigestAsync(id));

    private async Task<string> DigestAsync(Guid id)
    {
        await using var session = await _stage.Services.GetRequiredService<SiteAccess>().ReadAsync(TestSite.Admin, default);
        var draft = await MessageAsync(id);
        var facts = await _stage.Services.GetRequiredService<CurrentMessageFacts>().OfAsync(session, await _stage.InvoiceAsync(draft.InvoiceId), draft.Language, default);
        return draft.Resolve(facts).Digest;
    }

    private Task<MessageDraft> MessageAsync(Guid id) => _stage.ReadAsync(db => db.Messages.SingleAsync(message => message.Id == id));

    private Task<List<ActivityKind>> KindsAsync() => _stage.ReadAsync(db => db.Activity.OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync());

    private Task<List<string>> RowsAsync() => _stage.ReadAsync(async db =>
    {
        var messages = await db.Messages.ToListAsync();
        var activity = await db.Activity.ToListAsync();
        return messages.Select(message => $"{message.Subject} {message.Body} {message.ApprovedDigest}").Concat(activity.Select(entry => $"{entry.Detail} {entry.ActorName}")).ToList();
    });
}

using System.Reflection;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Import;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class RoleTests : IAsyncLifetime
{
    private static readonly Guid Nothing = Guid.CreateVersion7();

    private static readonly (string Name, SiteRole Minimum, Func<Stage, Caller, Task> Call)[] Acts =
    [
        ("AssistantCommands.NoteAskedAsync", SiteRole.Viewer, (stage, who) => stage.Services.GetRequiredService<AssistantCommands>().NoteAskedAsync(who, Nothing, [])),
        ("BalanceCommands.RecordPaymentAsync", SiteRole.Admin, (stage, who) => stage.Balances.RecordPaymentAsync(who, Nothing, 1, Cast.Entry(1), PaymentMethod.Cash, false)),
        ("BalanceCommands.ConfirmPaymentAsync", SiteRole.Admin, (stage, who) => stage.Balances.ConfirmPaymentAsync(who, Nothing, 1, Nothing, Nothing, Cast.Today)),
        ("BalanceCommands.RefundAsync", SiteRole.Admin, (stage, who) => stage.Balances.RefundAsync(who, Nothing, 1, Nothing, Cast.Entry(1))),
        ("BalanceCommands.AdjustAsync", SiteRole.Admin, (stage, who) => stage.Balances.AdjustAsync(who, Nothing, 1, Cast.Entry(1))),
        ("BalanceCommands.ReverseAsync", SiteRole.Admin, (stage, who) => stage.Balances.ReverseAsync(who, Nothing, 1, Nothing, Cast.Entry(1))),
        ("BalanceCommands.IssueCreditNoteAsync", SiteRole.Admin, (stage, who) => stage.Balances.IssueCreditNoteAsync(who, Nothing, 1, Cast.CreditOf(1), Nothing)),
        ("BalanceCommands.SaveCreditNoteDraftAsync", SiteRole.Admin, (stage, who) => stage.Balances.SaveCreditNoteDraftAsync(who, Nothing, Cast.CreditOf(1))),
        ("BalanceCommands.DiscardCreditNoteDraftAsync", SiteRole.Admin, (stage, who) => stage.Balances.DiscardCreditNoteDraftAsync(who, Nothing)),
        ("CustomerCommands.CreateAsync", SiteRole.Admin, (stage, who) => stage.Customers.CreateAsync(who, Cast.AdasBakery)),
        ("CustomerCommands.EditAsync", SiteRole.Admin, (stage, who) => stage.Customers.EditAsync(who, Nothing, 1, Cast.AdasBakery)),
        ("FollowUpCommands.CreateAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.CreateAsync(who, Nothing, Cast.FollowUp(Nothing))),
        ("FollowUpCommands.ProposeAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.ProposeAsync(who, Nothing, Cast.FollowUp(Nothing))),
        ("FollowUpCommands.ConfirmAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.ConfirmAsync(who, Nothing, 1, Cast.FollowUp(Nothing))),
        ("FollowUpCommands.EditAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.EditAsync(who, Nothing, 1, Cast.FollowUp(Nothing))),
        ("FollowUpCommands.DismissAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.DismissAsync(who, Nothing, 1)),
        ("FollowUpCommands.CompleteAsync", SiteRole.Viewer, (stage, who) => stage.FollowUps.CompleteAsync(who, Nothing, 1)),
        ("FollowUpCommands.ReopenAsync", SiteRole.Viewer, (stage, who) => stage.FollowUps.ReopenAsync(who, Nothing, 1)),
        ("FollowUpCommands.DeleteAsync", SiteRole.Admin, (stage, who) => stage.FollowUps.DeleteAsync(who, Nothing, 1)),
        ("FirstStepsCommands.DismissAsync", SiteRole.Admin, (stage, who) => stage.Services.GetRequiredService<FirstStepsCommands>().DismissAsync(who)),
        ("FirstStepsCommands.NoteRouteCheckedAsync", SiteRole.Owner, (stage, who) => stage.Services.GetRequiredService<FirstStepsCommands>().NoteRouteCheckedAsync(who, PortalRoute.Parse("https://pay.northwind.example", "pay"))),
        ("GuideCommands.VoteAsync", SiteRole.Viewer, (stage, who) => stage.Services.GetRequiredService<GuideCommands>().VoteAsync(who, "portal-links", "", true, null, null)),
        ("GuideCommands.NoteMissAsync", SiteRole.Viewer, (stage, who) => stage.Services.GetRequiredService<GuideCommands>().NoteMissAsync(who, "yachts")),
        ("ImportCommands.CheckAsync", SiteRole.Admin, (stage, who) => stage.Services.GetRequiredService<ImportCommands>().CheckAsync(who, Files.Of("customer_id,name"))),
        ("ImportCommands.ImportAsync", SiteRole.Admin, (stage, who) => stage.Services.GetRequiredService<ImportCommands>().ImportAsync(who, Files.Of("customer_id,name"))),
        ("InvoiceCommands.CreateDraftAsync", SiteRole.Admin, (stage, who) => stage.Invoices.CreateDraftAsync(who, Nothing, Cast.Content())),
        ("InvoiceCommands.EditDraftAsync", SiteRole.Admin, (stage, who) => stage.Invoices.EditDraftAsync(who, Nothing, 1, Nothing, Cast.Content())),
        ("InvoiceCommands.DuplicateAsync", SiteRole.Admin, (stage, who) => stage.Invoices.DuplicateAsync(who, Nothing)),
        ("InvoiceCommands.DeleteDraftAsync", SiteRole.Admin, (stage, who) => stage.Invoices.DeleteDraftAsync(who, Nothing, 1)),
        ("InvoiceCommands.SendAsync", SiteRole.Admin, (stage, who) => stage.Invoices.SendAsync(who, Nothing, 1, SentHow.Email)),
        ("SendingCommands.SendAsync", SiteRole.Admin, (stage, who) => stage.Mailing.SendAsync(who, Nothing, 1, Cast.Message())),
        ("SendingCommands.HandOutAsync", SiteRole.Admin, (stage, who) => stage.Mailing.HandOutAsync(who, Nothing, 1, Cast.Message())),
        ("InvoiceCommands.WithdrawAsync", SiteRole.Admin, (stage, who) => stage.Invoices.WithdrawAsync(who, Nothing, 1)),
        ("InvoiceCommands.VoidAsync", SiteRole.Admin, (stage, who) => stage.Invoices.VoidAsync(who, Nothing, 1, "Why")),
        ("InvoiceCommands.ChangePrivateNoteAsync", SiteRole.Admin, (stage, who) => stage.Invoices.ChangePrivateNoteAsync(who, Nothing, "")),
        ("MessageCommands.DraftAsync", SiteRole.Admin, (stage, who) => stage.Messages.DraftAsync(who, Nothing, MessageTemplate.Overdue)),
        ("MessageCommands.EditAsync", SiteRole.Admin, (stage, who) => stage.Messages.EditAsync(who, Nothing, 1, MessageTemplate.Blank, Cast.Message())),
        ("MessageCommands.ApproveAsync", SiteRole.Admin, (stage, who) => stage.Messages.ApproveAsync(who, Nothing, 1, "")),
        ("MessageCommands.NoteCopiedAsync", SiteRole.Admin, (stage, who) => stage.Messages.NoteCopiedAsync(who, Nothing)),
        ("MessageCommands.NoteSentAsync", SiteRole.Admin, (stage, who) => stage.Messages.NoteSentAsync(who, Nothing, 1)),
        ("MessageCommands.DiscardAsync", SiteRole.Admin, (stage, who) => stage.Messages.DiscardAsync(who, Nothing, 1)),
        ("PortalLinkCommands.NoteCopiedAsync", SiteRole.Viewer, (stage, who) => stage.Links.NoteCopiedAsync(who, Nothing)),
        ("PortalLinkCommands.PreviewAsync", SiteRole.Viewer, (stage, who) => stage.Links.PreviewAsync(who, Nothing)),
        ("PortalLinkCommands.ReplaceAsync", SiteRole.Admin, (stage, who) => stage.Links.ReplaceAsync(who, Nothing)),
        ("PortalLinkCommands.TurnOffAsync", SiteRole.Admin, (stage, who) => stage.Links.TurnOffAsync(who, Nothing)),
        ("PortalLinkCommands.TurnOnAsync", SiteRole.Admin, (stage, who) => stage.Links.TurnOnAsync(who, Nothing)),
        ("PortalLinkCommands.ExtendAsync", SiteRole.Admin, (stage, who) => stage.Links.ExtendAsync(who, Nothing)),
        ("LinkReplacementCommands.ReplaceAllAsync", SiteRole.Owner, (stage, who) => stage.Services.GetRequiredService<LinkReplacementCommands>().ReplaceAllAsync(who, "")),
        ("LinkReplacementCommands.FinishAsync", SiteRole.Owner, (stage, who) => stage.Services.GetRequiredService<LinkReplacementCommands>().FinishAsync(who)),
        ("SiteCommands.EditAsync", SiteRole.Owner, (stage, who) => stage.Sites.EditAsync(who, 1, Cast.Northwind().ToContent(), 1)),
        ("SiteCommands.CanConfigurePortalAsync", SiteRole.Owner, (stage, who) => stage.Sites.CanConfigurePortalAsync(who, "", "")),
        ("SiteCommands.ConfigurePortalAsync", SiteRole.Owner, (stage, who) => stage.Sites.ConfigurePortalAsync(who, 1, "", "")),
        ("SiteCommands.TurnPortalAsync", SiteRole.Owner, (stage, who) => stage.Sites.TurnPortalAsync(who, true)),
        ("SiteCommands.SetLogoAsync", SiteRole.Owner, (stage, who) => stage.Sites.SetLogoAsync(who, null)),
        ("MailCommands.EditAsync", SiteRole.Owner, (stage, who) => stage.Mail.EditAsync(who, 0, Cast.Mail(), null)),
        ("MailCommands.TestAsync", SiteRole.Owner, (stage, who) => stage.Mail.TestAsync(who, 7)),
        ("MailCommands.TurnAsync", SiteRole.Owner, (stage, who) => stage.Mail.TurnAsync(who, true)),
        ("OutboxCommands.SendAsync", SiteRole.Admin, (stage, who) => stage.Outbox.SendAsync(who, Nothing, 1)),
        ("OutboxCommands.TakeOutAsync", SiteRole.Admin, (stage, who) => stage.Outbox.TakeOutAsync(who, Nothing)),
        ("OutboxCommands.RetryAsync", SiteRole.Admin, (stage, who) => stage.Outbox.RetryAsync(who, Nothing)),
        ("OutboxCommands.SendAgainAsync", SiteRole.Admin, (stage, who) => stage.Outbox.SendAgainAsync(who, Nothing)),
        ("OutboxCommands.NoteArrivedAsync", SiteRole.Admin, (stage, who) => stage.Outbox.NoteArrivedAsync(who, Nothing)),
        ("OutboxCommands.ReleaseAsync", SiteRole.Owner, (stage, who) => stage.Outbox.ReleaseAsync(who, Nothing)),
        ("OutboxCommands.ReleaseAllHeldAsync", SiteRole.Owner, (stage, who) => stage.Outbox.ReleaseAllHeldAsync(who)),
        ("OutboxCommands.DiscardAllHeldAsync", SiteRole.Owner, (stage, who) => stage.Outbox.DiscardAllHeldAsync(who)),
        ("OutboxCommands.DiscardAsync", SiteRole.Admin, (stage, who) => stage.Outbox.DiscardAsync(who, Nothing)),
        ("PeopleCommands.InviteAsync", SiteRole.Owner, (stage, who) => People(stage).InviteAsync(who, SiteRole.Viewer, null)),
        ("PeopleCommands.WithdrawInvitationAsync", SiteRole.Owner, (stage, who) => People(stage).WithdrawInvitationAsync(who, Nothing)),
        ("PeopleCommands.MakePasswordLinkAsync", SiteRole.Owner, (stage, who) => People(stage).MakePasswordLinkAsync(who, Nothing)),
        ("PeopleCommands.TurnOffSecondStepAsync", SiteRole.Owner, (stage, who) => People(stage).TurnOffSecondStepAsync(who, Nothing)),
        ("PeopleCommands.RequireSecondStepAsync", SiteRole.Owner, (stage, who) => People(stage).RequireSecondStepAsync(who, true)),
        ("PeopleCommands.ChangeRoleAsync", SiteRole.Owner, (stage, who) => People(stage).ChangeRoleAsync(who, Nothing, SiteRole.Viewer)),
        ("PeopleCommands.DisableAsync", SiteRole.Owner, (stage, who) => People(stage).DisableAsync(who, Nothing)),
        ("PeopleCommands.EnableAsync", SiteRole.Owner, (stage, who) => People(stage).EnableAsync(who, Nothing)),
    ];

    private Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Each_act_is_open_from_its_role_on_and_closed_below()
    {
        var testSite = _stage.Northwind;
        foreach (var (name, minimum, call) in Acts)
        {
            foreach (var (who, role) in new[] { (testSite.Viewer, SiteRole.Viewer), (testSite.Admin, SiteRole.Admin), (testSite.Owner, SiteRole.Owner) })
                (await IsDenied(call, who)).Should().Be(role < minimum, "{0} needs {1} and {2} asks", name, minimum, role);
        }
    }

    [Fact]
    public async Task Who_is_disabled_a_stranger_or_of_another_site_is_kept_out_of_everything()
    {
        Caller[] strangers = [_stage.Northwind.Disabled, new(_stage.Oscar, _stage.Northwind.SiteId), _stage.Harbor.Owner with { SiteId = _stage.Northwind.SiteId }, new(Nothing, Nothing)];
        foreach (var (name, _, call) in Acts)
        {
            foreach (var who in strangers)
                (await IsDenied(call, who)).Should().BeTrue("{0} was asked by {1}", name, who);
        }
    }

    [Fact]
    public void Every_command_is_listed_here_and_asks_for_its_caller_first()
    {
        var methods = typeof(SiteAccess).Assembly.GetTypes()
            // Who accepts an invitation does not belong to the site yet: there is no caller.
            .Where(type => type.Name.EndsWith("Commands", StringComparison.Ordinal) && type.Name != "InvitationCommands")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).ToList();
        methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Should().BeEquivalentTo(Acts.Select(act => act.Name));
        methods.Should().OnlyContain(method => method.GetParameters().First().ParameterType == typeof(Caller));
    }

    private static PeopleCommands People(Stage stage) => stage.Services.GetRequiredService<PeopleCommands>();

    private async Task<bool> IsDenied(Func<Stage, Caller, Task> call, Caller who)
    {
        try
        {
            await call(_stage, who);
            return false;
        }
        catch (Exception refusal)
        {
            return refusal is AccessDenied;
        }
    }
}

using FasterMoney.Domain.Activity;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Commands;

public sealed class FollowUpCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;
    private Guid _invoice;

    private TestSite TestSite => _stage.Northwind;

    private FollowUpContent ForAdam => Cast.FollowUp(TestSite.Admin.UserId);

    public async Task InitializeAsync()
    {
        _stage = await Stage.OnAsync();
        _invoice = await _stage.SentAsync(TestSite);
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_follow_up_goes_from_prepared_to_done_and_back()
    {
        var id = await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam);
        (await _stage.FollowUps.EditAsync(TestSite.Owner, id, 1, ForAdam with { Title = "Call Ada" })).Should().Be(2);
        (await _stage.FollowUps.CompleteAsync(TestSite.Owner, id, 2)).Should().Be(3);
        (await FindAsync(id)).Should().BeEquivalentTo(new { Title = "Call Ada", State = FollowUpState.Done, DoneBy = "Olivia Owner", DoneAt = Cast.Now });
        (await _stage.FollowUps.ReopenAsync(TestSite.Admin, id, 3)).Should().Be(4);
        (await KindsAsync()).Should().Equal(ActivityKind.FollowUpPrepared, ActivityKind.FollowUpChanged, ActivityKind.FollowUpDone, ActivityKind.FollowUpReopened);
        await _stage.FollowUps.DeleteAsync(TestSite.Admin, id, 4);
        (await FindAsync(id)).Should().BeNull();
        (await KindsAsync())[^1].Should().Be(ActivityKind.FollowUpDeleted);
    }

    [Fact]
    public async Task The_assistants_suggestion_is_kept_apart_until_a_person_takes_it()
    {
        var id = await _stage.FollowUps.ProposeAsync(TestSite.Admin, _invoice, ForAdam);
        (await FindAsync(id)).Should().BeEquivalentTo(new { State = FollowUpState.Proposed, ByAssistant = true, PreparedBy = "Adam Admin" });
        await Refused(() => _stage.FollowUps.CompleteAsync(TestSite.Admin, id, 1));
        await _stage.FollowUps.ConfirmAsync(TestSite.Owner, id, 1, ForAdam with { AssigneeUserId = TestSite.Viewer.UserId });
        (await FindAsync(id)).Should().BeEquivalentTo(new { State = FollowUpState.Open, AssigneeUserId = TestSite.Viewer.UserId });

        var other = await _stage.FollowUps.ProposeAsync(TestSite.Admin, _invoice, ForAdam);
        await _stage.FollowUps.DismissAsync(TestSite.Admin, other, 1);
        await Refused(() => _stage.FollowUps.ConfirmAsync(TestSite.Admin, other, 2, ForAdam));
        await _stage.FollowUps.ReopenAsync(TestSite.Admin, other, 2);
        (await FindAsync(other))!.State.Should().Be(FollowUpState.Proposed);
    }

    [Fact]
    public async Task The_assignee_works_on_this_site_and_is_let_in()
    {
        foreach (var stranger in new[] { _stage.Harbor.Admin.UserId, TestSite.Disabled.UserId, _stage.Oscar, Guid.CreateVersion7() })
        {
            await Refused(() => _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, Cast.FollowUp(stranger)));
            await Refused(() => _stage.FollowUps.ProposeAsync(TestSite.Admin, _invoice, Cast.FollowUp(stranger)));
        }

        var id = await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam);
        await Refused(() => _stage.FollowUps.EditAsync(TestSite.Admin, id, 1, Cast.FollowUp(_stage.Harbor.Admin.UserId)));
        (await FindAsync(id))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task Who_only_looks_on_ticks_off_their_own_and_nothing_else()
    {
        var own = await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, Cast.FollowUp(TestSite.Viewer.UserId));
        var others = await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam);
        await _stage.FollowUps.CompleteAsync(TestSite.Viewer, own, 1);
        await _stage.FollowUps.ReopenAsync(TestSite.Viewer, own, 2);
        await _stage.FollowUps.Invoking(commands => commands.CompleteAsync(TestSite.Viewer, others, 1)).Should().ThrowAsync<AccessDenied>();
        await _stage.FollowUps.Invoking(commands => commands.EditAsync(TestSite.Viewer, own, 3, ForAdam)).Should().ThrowAsync<AccessDenied>();
        await _stage.FollowUps.Invoking(commands => commands.DeleteAsync(TestSite.Viewer, own, 3)).Should().ThrowAsync<AccessDenied>();
        (await FindAsync(own))!.State.Should().Be(FollowUpState.Open);
    }

    [Fact]
    public async Task Who_looked_at_an_older_one_is_told_so()
    {
        var id = await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam);
        await _stage.FollowUps.CompleteAsync(TestSite.Admin, id, 1);
        Func<Task>[] late =
        [
            () => _stage.FollowUps.CompleteAsync(TestSite.Owner, id, 1), () => _stage.FollowUps.EditAsync(TestSite.Owner, id, 1, ForAdam), () => _stage.FollowUps.DeleteAsync(TestSite.Owner, id, 1),
        ];
        foreach (var act in late)
            await act.Should().ThrowAsync<ChangedByOthers>();
    }

    [Fact]
    public async Task Its_day_is_meant_in_the_sites_zone()
    {
        // Half past three at night in London is still the evening before in New York.
        _stage.Clock.SetUtcNow(new DateTimeOffset(Cast.Now.Date.AddDays(1).AddHours(3.5), TimeSpan.Zero));
        await _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam with { DueOn = Cast.Today });
        _stage.Clock.Advance(TimeSpan.FromHours(1));
        await Refused(() => _stage.FollowUps.CreateAsync(TestSite.Admin, _invoice, ForAdam with { DueOn = Cast.Today }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_draft_takes_its_follow_ups_along(DatabaseProvider provider)
    {
        await using var here = await Stage.OnAsync(provider);
        var draft = await here.DraftAsync(here.Northwind);
        await here.FollowUps.CreateAsync(here.Northwind.Admin, draft, Cast.FollowUp(here.Northwind.Admin.UserId));
        await here.Invoices.DeleteDraftAsync(here.Northwind.Admin, draft, 1);
        (await here.ReadAsync(db => db.FollowUps.CountAsync())).Should().Be(0);
    }

    private static async Task Refused(Func<Task> act) => await act.Should().ThrowAsync<RuleViolation>();

    private Task<FollowUp?> FindAsync(Guid id) => _stage.ReadAsync(db => db.FollowUps.SingleOrDefaultAsync(followUp => followUp.Id == id));

    private async Task<List<ActivityKind>> KindsAsync() =>
        (await _stage.ReadAsync(db => db.Activity.Where(entry => entry.InvoiceId == _invoice).OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()))
        .FindAll(kind => kind.ToString().StartsWith("FollowUp", StringComparison.Ordinal));
}
